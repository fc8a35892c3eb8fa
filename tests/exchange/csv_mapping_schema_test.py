"""The shipped mappings and that of the guide are valid against the schema of mapping files, and mistakes are not."""

import copy
import json
import os
import pathlib

import jsonschema

SOURCE = pathlib.Path(os.environ.get("ESPPADOM_SOURCE_DIR") or pathlib.Path(__file__).resolve().parents[2])
schema = json.loads((SOURCE / "schemas" / "json" / "csv-mapping.schema.json").read_text("utf-8"))
jsonschema.Draft202012Validator.check_schema(schema)
validator = jsonschema.Draft202012Validator(schema)

mappings = sorted((SOURCE / "src" / "data" / "mappings").glob("*.json")) + sorted(
    (SOURCE / "examples" / "mappings").glob("*.json"))
assert len(mappings) > 12, mappings
for path in mappings:
    mapping = json.loads(path.read_text("utf-8"))
    validator.validate(mapping)
    for broken in ({"message": "visit"}, {"unknown": 1}, {"files": [{"columns": []}]}):
        wrong = copy.deepcopy(mapping) | broken
        assert not validator.is_valid(wrong), (path.name, broken)
print(f"{len(mappings)} mappings are valid")
