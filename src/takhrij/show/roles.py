"""What the actors of a report are, to be shown beside their names."""

from takhrij.model.reading import Reading


def roles_of(reading: Reading) -> dict[str, str]:
    """The fullest role of every actor that has one, by its name."""
    return {actor.name: actor.role for actor in reading.actors if actor.role}
