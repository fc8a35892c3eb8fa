"""The fictional departement: who gives and receives care there, and who pays.

Nobody in it exists.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import List, Optional

from dice import Dice

FIRST_NAMES = (
    "Adèle Agathe Alphonse Augustin Berthe Camille Célestin Clémence "
    "Désiré Edmée Élise Émile Ernest "
    "Félicie Fernand Gaston Gilberte Hortense Irénée Jeanne Joséphine "
    "Léontine Lucienne Marcelle Mathilde "
    "Noémie Octave Odette Paulette Prosper Raymonde Rosalie Solange "
    "Suzanne Théodore Thérèse Valentine "
    "Victorine Yvonne Zélie"
).split()
LAST_NAMES = (
    "Abricot Amandier Aubépine Bouleau Bruyère Cerisier Châtaigne "
    "Coquelicot Cornouiller D'Églantine "
    "Érable Fougère Genêt Genévrier Groseille Hêtre Houblon Jasmin "
    "Lavande Lilas Mélèze Mimosa Mûrier "
    "Myrtille Noisetier Orme Osier Pervenche Peuplier Platane "
    "Primevère Prunier Romarin Saule Sorbier "
    "Sureau Tilleul Troène Verveine Violette"
).split()
STREETS = (
    "rue de l'Exemple;impasse des Tilleuls;allée du Moulin;rue du "
    "Four à Pain;chemin de la Fontaine;"
    'place de l\'Église;rue des Écoles;quai <des Brumes> & fils;route de Nullepart;rue "Basse"'
).split(";")
CITIES = ("Exempleville", "Saint-Modèle", "Bourg-l'Essai", "Fontaine-Fictive", "La Maquette")


@dataclass(frozen=True)
class Funder:
    """Who pays: the departement, a pension fund, a mutual."""

    id: str
    name: str


DEPARTEMENT = Funder("CD99", "Département exemple")
PENSION_FUND = Funder("CARSAT99", "Caisse de retraite exemple")
MUTUAL = Funder("MUT99", "Mutuelle exemple")


@dataclass(frozen=True)
class Address:
    """A postal address of the departement 99, which does not exist."""

    line_one: str
    postcode: str
    city: str


@dataclass(frozen=True)
class Person:
    """A beneficiary; some have no first name or no birth date on file, as in production."""

    id: str
    last_name: str
    first_name: Optional[str]
    birth_date: Optional[date]
    address: Address


@dataclass(frozen=True)
class Caregiver:
    """Someone who works for a provider."""

    id: str
    name: str


@dataclass(frozen=True)
class Provider:
    """A home-care service.

    The profile says which rules of the book it is under (see rule_book.py).
    """

    id: str
    name: str
    siret: str
    address: Address
    profile: int
    caregivers: List[Caregiver]


def make_address(dice: Dice) -> Address:
    city = dice.below(len(CITIES))
    street = f"{dice.between(1, 90)} {dice.pick(STREETS)}"
    return Address(street, f"99{city + 1:03d}", CITIES[city])


def make_person(seed: int, number: int) -> Person:
    """The beneficiary of that number."""
    dice = Dice(seed, "person", number)
    last = dice.pick(LAST_NAMES)
    first = dice.pick(FIRST_NAMES) if number % 15 != 14 else None
    birth = date(1930, 1, 1) + timedelta(days=dice.below(25 * 365)) if number % 11 != 10 else None
    return Person(f"B{100000 + number}", last, first, birth, make_address(dice))


def make_provider(seed: int, number: int, beneficiaries: int) -> Provider:
    """The provider of that number, with enough caregivers for its beneficiaries."""
    dice = Dice(seed, "provider", number)
    count = max(3, (beneficiaries + 1) // 2)
    caregivers = [
        Caregiver(
            f"{60001 + 1000 * number + index}",
            f"{dice.pick(LAST_NAMES).upper()} {dice.pick(FIRST_NAMES)}",
        )
        for index in range(count)
    ]
    name = (
        f"SAAD {dice.pick(('Soleil', 'Horizon', 'Clairière', 'Boussole'))} - Antenne {number + 1}"
    )
    siret = f"990000{number + 1:03d}00019"
    return Provider(
        f"SAAD{number + 1:02d}", name, siret, make_address(dice), number % 4, caregivers
    )
