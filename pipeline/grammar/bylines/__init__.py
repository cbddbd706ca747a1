"""What a page says of itself: byline, dateline, masthead."""
