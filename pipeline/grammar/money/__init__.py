"""Sums of money: currencies, the sum itself, ranges, and what the words around it say."""
