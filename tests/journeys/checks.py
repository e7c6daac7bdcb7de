"""checks.py"""
from ways import journey
