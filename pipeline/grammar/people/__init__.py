"""Officials: names and titles in a text (`sightings`) and who is whom (`persons`)."""
