"""What extractors share: pure functions over text and data, each package named after what it reads."""
