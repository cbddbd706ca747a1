"""Extractors that plug into Dongne."""
