"""reviews.py"""
from ways import journey
