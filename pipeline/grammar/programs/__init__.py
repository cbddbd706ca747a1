"""Programs: head nouns and cues, names with and without quotation marks, and which names are one program."""
