"""An identity as it was known on a day."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace
from datetime import date

from dragoman.follow.identities.find import fullest
from dragoman.model.identity import Identity
from dragoman.model.mention import Kind


def as_of(identity: Identity, day: date) -> Identity | None:
    """What the reports published by that day make of it; None where none of them names it."""
    forms = tuple(
        replace(form, days=form.days[:known], undated=0)
        for form in identity.forms
        if (known := bisect_right(form.days, day))
    )
    offices = tuple(
        replace(held, days=held.days[:known]) for held in identity.offices if (known := bisect_right(held.days, day))
    )
    if not forms:
        return None
    if identity.kind is Kind.COUNTRY:
        return replace(identity, forms=forms, offices=offices)
    country = next((form.country for form in forms if form.country), None)
    return replace(identity, country=country, name=fullest(forms), forms=forms, offices=offices)
