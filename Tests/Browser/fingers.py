"""A phone that is used by a finger, and the sizes that a finger needs."""

from office import PHONE

FINGER = {"viewport": PHONE, "is_mobile": True, "has_touch": True}


def size(locator):
    box = locator.bounding_box()
    return round(box["width"]), round(box["height"])


def is_at_least(locator, least=44):
    assert min(size(locator)) >= least, f"{locator} is {size(locator)}"
