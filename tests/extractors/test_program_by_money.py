"""English names that no quotation marks hold: by the money of their sentence, by the noun beside them, in lower case."""

import pytest

from pipeline import process


def programs(text: str) -> list[str]:
    return [m.text for m in process(text, published="2024-03-05").mentions if m.type == "program" and m.row is not None]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        # what money goes into
        ("The council kept 3 billion won for the Solsum Harbor connection road.", ["Solsum Harbor connection road"]),
        ("Another 640 million won goes to extend the Quiet Fox Bus to two villages.", ["Quiet Fox Bus"]),
        ("It set aside KRW 4 billion for the Willow riverbus.", ["Willow riverbus"]),
        ("The budget has 5 billion won for the Evergreen Companion Card.", ["Evergreen Companion Card"]),
        ("2 billion won will go to free kindergarten snacks for toddlers.", ["free kindergarten snacks"]),
        ("The county put 800 million won into the harbor coupon program.", ["harbor coupon program"]),
        ("3 billion won was allocated for the construction of the Solsum Reading Center.", ["Solsum Reading Center"]),
        # what gets, costs or pays
        ("The Steady Hearth pilot, which tops up low wages, gets another 4 billion won.", ["Steady Hearth pilot"]),
        ("The first phase of the Onbit Metropolitan Railway receives 5 billion won.", ["Onbit Metropolitan Railway"]),
        (
            "Construction of the Urban Railway Line 7 tram takes 18 billion won.",
            ["Urban Railway Line 7 tram"],
        ),
        ("Under a new barn-rescue subsidy program, families may claim 2 million won.", ["barn-rescue subsidy program"]),
        (
            "It passed an ordinance to create a village clinic promotion fund, into which the city plans to pay 2 billion won.",
            ["village clinic promotion fund"],
        ),
        ("The toddler allowance of KRW 300,000 is paid monthly.", ["toddler allowance"]),
        # a noun beside the name
        ("The online tutoring service Hanbit Learn was allotted 3 billion won.", ["Hanbit Learn"]),
        ("A drug maker pays in kind, through a scheme it calls Reed Fast Lane.", ["Reed Fast Lane"]),
        ("Warm Ladder Steps is a project that pays rent for newcomers.", ["Warm Ladder Steps"]),
        # quoted in lower case
        ('The "second spring" initiative draws retirees.', ["second spring"]),
        ('Everyone aged 24 is paid a "harbor dividend" of 1 million won.', ["harbor dividend"]),
        ("The city is hiring 14 escorts for its 'Late Bell Escort'.", ["Late Bell Escort"]),
        ("'Ugly Crab donation box' which took the grand prize was built.", ["Ugly Crab donation box"]),
        # items of a machine translation
        (
            "Main contests are △harbor area living remodeling business 2 billion won △Star Hill night sightseeing business 1 billion won.",
            ["harbor area living remodeling business", "Star Hill night sightseeing business"],
        ),
        # a sum ends an item, a number does not
        (
            "Projects: ▲ Creation of a pebble path (1.2 billion KRW), totaling 10 projects.",
            ["Creation of a pebble path"],
        ),
    ],
)
def test_names(text: str, names: list[str]) -> None:
    assert programs(text) == names


@pytest.mark.parametrize(
    "text",
    [
        # places, bodies and towns that money is spent at, on or by
        "A truck worth 300 million won burned on the Solsum Expressway.",
        "A rest stop near the Solsum Tunnel cost 3 billion won.",
        "The connection road to the Solsum Interchange cost 3 billion won.",
        "It gave 300 billion won to the Onbit Transportation Corporation.",
        "The city gave 2 billion won to Onbit City and Byeolmaru County.",
        "Guests spent 300 million won after the creation of the Solsum Reading Center.",
        # what every town has
        "It spent 2 billion won on the small business support program.",
        "The city set aside 2 billion won for national subsidy programs.",
        "Trainees receive a training allowance of KRW 300,000.",
        "The road costs 3 billion won.",
        # without money
        "The Solsum Harbor connection road is long.",
        "The tax service Hanbit said so.",
        "Kim Min-su is a project manager that the county hired.",
        # quotations that are no names
        'The mayor spoke of a "second spring" for the town.',
        'It was named a "Fine Area," securing a fund of 2 billion won.',
        'The "this will never work" policy is his own joke.',
        "From 2022 to 2031, the fund that runs it grows.",
        "Money comes as △national expenses 2 billion won △city expenses 1 billion won.",
    ],
)
def test_traps(text: str) -> None:
    assert programs(text) == []
