"""Dates: expressions as patterns (`patterns_*`, `points_*`), what they say (`moments`) and which days they mean (`resolving`)."""
