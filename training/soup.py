"""Average fits that differ in the order of their windows only: `soup.py A.pt B.pt --gold ../shared/gold`.

After: Wortsman et al., "Model soups" (2022): the average of fits from the same first weights, at the cost of one.
"""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

import torch
from export import export
from fit import OUT, prepare, ways
from network import Links, base


def main() -> None:
    """Read the options, average, write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("weights", nargs="+", type=Path, help="written by `fit.py --weights`")
    parser.add_argument("--gold", type=Path, required=True)
    parser.add_argument("--examples", type=Path, help="labelled windows kept by `fit.py --examples`")
    parser.add_argument("--weights-out", type=Path, help="keep the average here, to teach the next fit")
    parser.add_argument("--out", type=Path, default=OUT)
    options = parser.parse_args()
    network, tokenizer_file = base()
    paths = ways(prepare(options.gold, tokenizer_file, options.examples))
    links = Links(len(paths))
    kept = [torch.load(file, weights_only=True) for file in options.weights]
    network.load_state_dict(average([k["network"] for k in kept]))
    links.load_state_dict(average([k["links"] for k in kept]))
    if options.weights_out:
        torch.save({"network": network.state_dict(), "links": links.state_dict()}, options.weights_out)
    export(network, links, paths, tokenizer_file, options.out)


def average(states: list[dict[str, Any]]) -> dict[str, Any]:
    """The mean of each tensor."""
    return {name: torch.stack([s[name].float() for s in states]).mean(0) for name in states[0]}


if __name__ == "__main__":
    main()
