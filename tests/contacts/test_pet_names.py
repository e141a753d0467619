import pytest

from msglint.contacts.names.pet_names import are_not_the_same, german_pet_names
from msglint.contacts.names.pet_names_en import more_english_pet_names
from msglint.message.spellings import fold


@pytest.mark.parametrize(
    ("full", "pet"),
    [
        pair.split("/")
        for pair in "Alexander/Sascha Alexander/Xandi Alexander/Lex Katharina/Kathi Katharina/Käthe Katharina/Nina "
        "Christian/Chrigu Johannes/Hannes Johannes/Joe Johann/Hans Maximilian/Maxi Friederike/Ricky "
        "Magdalena/Lena Helena/Lena Christina/Tina Martina/Tina Bettina/Tina Ulrich/Ueli Rudolf/Ruedi "
        "Jakob/Köbi Peter/Pesche Josef/Sepp Veronika/Vroni Therese/Resi Korbinian/Korbi Heinrich/Heiner "
        "Giuseppe/Beppe Giuseppe/Pino Francesco/Franco Luigi/Gigi Antonio/Nino Aleksandra/Ola Mehmet/Memo "
        "Małgorzata/Gosia Katarzyna/Kasia Agnieszka/Aga Wojciech/Wojtek Slobodan/Boban".split()
    ],
)
def test_links_a_name_with_its_pet_name(full: str, pet: str) -> None:
    assert fold(pet) in german_pet_names()[fold(full)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pair.split("/")
        for pair in "Stefan/Stephan Philip/Philipp Katrin/Kathrin Sara/Sarah Johanna/Anna Maria/Marianne Jan/Johann "
        "Hannah/Anna Sophie/Sofie Ralf/Ralph Christine/Christina Jürgen/Georg Gabriele/Gabriela".split()
    ],
)
def test_does_not_link_two_spellings_or_two_names(one: str, other: str) -> None:
    table = german_pet_names()
    assert fold(other) not in table.get(fold(one), frozenset())
    assert fold(one) not in table.get(fold(other), frozenset())


@pytest.mark.parametrize("pair", ["anna johanna", "hannah anna", "johannes jonathan", "maria marianne", "jan janina"])
def test_knows_names_of_different_people(pair: str) -> None:
    one, other = pair.split()
    assert are_not_the_same(one, other)
    assert are_not_the_same(other, one)


@pytest.mark.parametrize("pair", ["johannes hans", "helena lena", "anna anna", "christopher chris"])
def test_leaves_pet_names_and_equal_names_alone(pair: str) -> None:
    assert not are_not_the_same(*pair.split())


@pytest.mark.parametrize("table", [german_pet_names(), more_english_pet_names()])
def test_tables_are_folded_and_no_pet_name_is_excluded(table: dict[str, frozenset[str]]) -> None:
    for full, pets in table.items():
        assert pets
        assert full not in pets
        for name in (full, *pets):
            assert name == fold(name)
        assert not any(are_not_the_same(full, pet) for pet in pets)


@pytest.mark.parametrize(
    ("full", "pet"), [("stanley", "stan"), ("catherine", "kate"), ("gillian", "jill"), ("isabel", "izzy")]
)
def test_fills_the_gaps_of_the_nicknames_package(full: str, pet: str) -> None:
    assert pet in more_english_pet_names()[full]
