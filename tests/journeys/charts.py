"""charts.py"""
from ways import journey
