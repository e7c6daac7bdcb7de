"""submission.py"""
from ways import journey
