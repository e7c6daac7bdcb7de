"""weaknesses.py"""
from ways import journey
