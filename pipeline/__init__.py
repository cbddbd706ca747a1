"""Dongne turns bilingual Korean/English local-government news into tables.

import pipeline
pipeline.process("정용래 유성구청장은 31일 상금 100만원을 기탁했다.", published="2021-05-31").mentions
pipeline.run(["data/raw"], "data/processed")
"""

__version__ = "0.1.0"

from pipeline.contract import Context, Extractor, Match, column
from pipeline.flow import process, use
from pipeline.run import run
from pipeline.view import View

__all__ = ["Context", "Extractor", "Match", "View", "column", "process", "run", "use"]
