"""The gazetteer: names of places in a text, what each of them means, and what holds what; offline, from GeoNames.

`Gazetteer.places` reads a sentence; `Place.path` goes into a claim's facet. A bare name that a region shares with its
chief town means the region ("Puno"), a national capital means the city ("San Salvador"); "the city of …", "… region"
and the like decide otherwise. See SOURCES.md for where the data come from.
"""

from crosscheck.language.places.atlas import Alias
from crosscheck.language.places.gazetteer import Gazetteer
from crosscheck.language.places.place import Kind, Place, contains
from crosscheck.language.places.sightings import Sighting

__all__ = ["Alias", "Gazetteer", "Kind", "Place", "Sighting", "contains"]
