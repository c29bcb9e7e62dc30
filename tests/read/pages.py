"""What the tests of reading share: texts of our own, and short ways to look at documents."""

from kg.errors import InputError
from kg.read import ReadOptions, expand, read
from kg.read.article import articles

LEAD = ("A court in Riga sentenced four men to five years each on Monday for setting fire to a warehouse last winter. "
        "The judge said that they had been paid by an officer abroad, whom she did not name.")
SECOND = ("The interior minister visited a border post on Tuesday and said that two smugglers had been detained there "
          "with forty pistols in their car. They will be tried in the autumn, he told reporters.")
THIRD = "Nobody was hurt in the fire, which destroyed the whole of the building and the goods of three merchants in it."


def one(text):
    """The only article of a text."""
    document, = articles("a.txt", text, "")
    return document


def shown(document, spans):
    """The characters of some spans."""
    return [document.text[span.start:span.end] for span in spans]


def aside(document):
    """Every line that was set aside."""
    return [line.strip() for part in shown(document, document.boilerplate) for line in part.split("\n") if line.strip()]


def body(document):
    """The lines that are neither set aside nor headings."""
    covered = {i for span in (*document.boilerplate, *document.headings) for i in range(span.start, span.end)}
    rest = "".join("\n" if i in covered else character for i, character in enumerate(document.text))
    return [line.strip() for line in rest.split("\n") if line.strip()]


def read_all(*inputs, **options):
    """The documents and the messages of some inputs."""
    items = [item for source in expand([str(given) for given in inputs])
             for item in read(source, ReadOptions(**options))]
    return ([item for item in items if not isinstance(item, InputError)],
            [str(item) for item in items if isinstance(item, InputError)])


def read_bytes(folder, name, data, **options):
    """The documents and messages of one file with these bytes."""
    (folder / name).write_bytes(data)
    return read_all(folder / name, **options)
