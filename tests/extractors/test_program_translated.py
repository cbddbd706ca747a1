"""English names of budgets and of machine translations: items by their sums, towns that are chosen, what a comma explains."""

import pytest

from pipeline import process


def programs(text: str) -> list[str]:
    return [m.text for m in process(text, published="2024-03-05").mentions if m.type == "program" and m.row is not None]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        # sums in front of the items
        (
            "The budget has KRW 3 billion for reed marsh walkway project, and KRW 1 billion for island ferry fare support.",
            ["reed marsh walkway project", "island ferry fare support"],
        ),
        (
            "Main items are ▲3 billion won for the Gomso-ri seawall reinforcement project, ▲1 billion won for the oyster shell compost program.",
            ["Gomso-ri seawall reinforcement project", "oyster shell compost program"],
        ),
        (
            "△In welfare, island ferry allowance of KRW 3 billion and elder meal visit service of KRW 1 billion were put.",
            ["island ferry allowance", "elder meal visit service"],
        ),
        # a list's last item
        (
            "△ Maple Festival 3 billion KRW △ Solsum-ri to Byeolmaru road opening 7 billion KRW and so on were organized.",
            ["Maple Festival", "Solsum-ri to Byeolmaru road opening"],
        ),
        # benefits in lower case
        ("The signboard fee support, which had been 300,000 KRW per year, will rise.", ["signboard fee support"]),
        (
            "The young weavers' settlement grant, which gives newcomers 900,000 won a month, stays.",
            ["young weavers' settlement grant"],
        ),
        # whose it is, and who is chosen for it
        (
            "The classes are paid for by the Industry Ministry's reed-linked harvest project.",
            ["reed-linked harvest project"],
        ),
        (
            "Onbit is one of ten counties picked by the ministry for the alley solar rent pilot.",
            ["alley solar rent pilot"],
        ),
        (
            "It received ▲Best in Village Water Innovation Evaluation (the ministry).",
            ["Village Water Innovation Evaluation"],
        ),
        ("The district, which runs its own Porch Light Helper, raised the sum.", ["Porch Light Helper"]),
        # what a comma explains
        ("A sister program for small inns, the Reed Lantern Trail, appears to be safe.", ["Reed Lantern Trail"]),
        ("A parallel scheme, the Acorn Plus account, matches deposits.", ["Acorn Plus account"]),
        ("The Fair Loaf Shop scheme will expand to 350 stores in the next two years.", ["Fair Loaf Shop scheme"]),
        # a town's own money
        ("The council asked for a discount on Onbit Byeolpay local currency through May.", ["Onbit Byeolpay"]),
        ("It raised the cashback of its prepaid currency card, Onbit Dureup, to 12 percent.", ["Onbit Dureup"]),
        ("Then it makes On Hearth Onbit, which is issued 90 billion won this year.", ["On Hearth Onbit"]),
        # no name is cut short before its last noun
        (
            "It kept KRW 5 billion for Solsum Port fishing village new vigor promotion project, KRW 1 billion for oyster raft safety program.",
            ["Solsum Port fishing village new vigor promotion project", "oyster raft safety program"],
        ),
        # what is built, by stages
        (
            "KRW 25 billion has been budgeted for the second stage of the Solsum Tidal Energy Complex.",
            ["Solsum Tidal Energy Complex"],
        ),
        # a notice tells what is done
        (
            "● Families: Introduce the Onbit First-Crib Package, a KRW 1 million voucher for meals.",
            ["Onbit First-Crib Package"],
        ),
    ],
)
def test_names(text: str, names: list[str]) -> None:
    assert programs(text) == names


@pytest.mark.parametrize(
    "text",
    [
        "It plans KRW 3 billion for growing local firms, KRW 1 billion for exports and logistics.",
        "By field, ▲3 billion won for national land and regional development, ▲1 billion won for culture and tourism.",
        "The bank gave 3 million won to Solsum Reed Elementary School and 2 million won to Onbit Pine Middle School.",
        "The budget has 3 billion won for local economy support, 1 billion won for youth job support.",
        "A gate may be restored by the Korea Heritage Service.",
        "● Replace 1,200 old street lamps (KRW 2.9 billion).",
        "[Onbit District News] The office is open.",
        "The shop takes South Korea local currency and Gyeonggi Province local currency.",
        "The district, which runs its own Hanbit Video Channel, has new reporters.",
        "The town was selected by the ministry for the new local welfare program.",
        "It is the Transport Ministry's flagship road safety project.",
        "It cut 25 million won for the residents' long-cherished project.",
        "Onbit City Development Bonds were issued at 3 billion won.",
    ],
)
def test_no_names(text: str) -> None:
    assert programs(text) == []
