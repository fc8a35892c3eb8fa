"""The values of a JSON file, one by one."""

import copy


def leaves(tree, without, path=()):
    """Every value with its path, those of the keys `without` left out."""
    inner = tree.items() if isinstance(tree, dict) else enumerate(tree) if isinstance(tree, list) else None
    if inner is None:
        yield path, tree
        return
    for key, value in inner:
        if key not in without:
            yield from leaves(value, without, (*path, key))


def replaced(tree, path, value):
    tree = copy.deepcopy(tree)
    place = tree
    for key in path[:-1]:
        place = place[key]
    place[path[-1]] = value
    return tree
