"""reading.py"""
from ways import journey
