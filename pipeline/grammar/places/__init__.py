"""Administrative areas: the gazetteer, names in a text, and which area a name means (`whereabouts`)."""
