"""Write a fitted tagger as the files that the package ships: int8 ONNX, tokenizer, link weights, and their sums."""

from __future__ import annotations

import hashlib
import json
import tempfile
from pathlib import Path
from typing import Final

import numpy
import torch
from network import OUTPUTS, Links, Network
from onnxruntime.quantization import QuantType, quantize_dynamic

FILES: Final = ("tagger.onnx", "tokenizer.json", "links.npz", "paths.json")


def export(network: Network, links: Links, paths: dict[str, int], tokenizer_file: bytes, folder: Path) -> None:
    """Write the model files and `model.json`, which lists their SHA-256."""
    network.eval()
    with tempfile.TemporaryDirectory() as place:
        whole = Path(place) / "whole.onnx"
        names = list(OUTPUTS)
        axes = {name: {0: "batch", 1: "pieces"} for name in ("input_ids", "attention_mask", *names)}
        ids = torch.ones(2, 9, dtype=torch.long)
        torch.onnx.export(
            network,
            (ids, torch.ones_like(ids)),
            str(whole),
            input_names=["input_ids", "attention_mask"],
            output_names=names,
            dynamic_axes=axes,
            opset_version=17,
            dynamo=False,
        )
        quantize_dynamic(whole, folder / "tagger.onnx", per_channel=True, weight_type=QuantType.QInt8)
    (folder / "tokenizer.json").write_bytes(tokenizer_file)
    weights = {"paths": links.paths.weight.detach().half().numpy(), "bias": links.bias.weight.detach().numpy()}
    numpy.savez(folder / "links.npz", **weights)
    (folder / "paths.json").write_text(json.dumps(paths, indent=0) + "\n", "utf-8")
    sums = {name: hashlib.sha256((folder / name).read_bytes()).hexdigest() for name in FILES}
    (folder / "model.json").write_text(json.dumps({"outputs": names, "sha256": sums}, indent=1) + "\n", "utf-8")
