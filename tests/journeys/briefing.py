"""briefing.py"""
from ways import journey
