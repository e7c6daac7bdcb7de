"""figures.py"""
from ways import journey
