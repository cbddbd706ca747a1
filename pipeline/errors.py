"""What can go wrong, in words for the person who has to mend it."""


class PipelineError(Exception):
    """Base of every error that Dongne raises on purpose; its message says what to do."""


class SettingsError(PipelineError):
    """A setting, gazetteer or plug-in is broken: the run stops before the first document."""


class UnreadableError(PipelineError):
    """An input cannot be read; the run goes on and the input becomes a row of `rejects`.

    `reason` is a short code for counting (`empty`, `binary`, `encoding`, `json` …), `detail` says what to do.
    """

    def __init__(self, reason: str, detail: str) -> None:
        super().__init__(f"{reason}: {detail}")
        self.reason = reason
        self.detail = detail


class SpanError(PipelineError):
    """Offsets that do not lie in their text: a bug in whoever made them."""
