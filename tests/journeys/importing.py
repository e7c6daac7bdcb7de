"""importing.py"""
from ways import journey
