import pytest

from msglint.message.given_names import is_given_name, is_surely_given_name


@pytest.mark.parametrize(
    "name",
    "Anna Ursula Uwe Jürgen Juergen Jurgen Käthe Reto Vreni Xaver Kevin Max Tim Kim Lisa Jennifer Gosia Łukasz Özlem "
    "Ayşe Zdeněk Snežana Giuseppe José Françoise Sjoerd Bjørn Åse Zoltán Mihaela Panagiotis Oleksandr Mohammed "
    "Alireza Priya Minh Xiaoli Liridona Gjergj Tharshan Yevhenii Selamawit Kayleigh Eoghan Niculin Hans-Jürgen "
    "Karl-Heinz Anna-Lena Ann-Kathrin ANNA".split(),
)
def test_knows_given_names_of_all_who_work_here(name: str) -> None:
    assert is_given_name(name)


@pytest.mark.parametrize(
    "word",
    "Müller Meyer Schmidt Fischer Smith Jones Nguyen Anan Vertrieb GmbH Chef Berlin Welt Papa Uran Vita Stasi van von "
    "Müller-Anna".split(),
)
def test_does_not_take_other_words_for_given_names(word: str) -> None:
    assert not is_given_name(word)
    assert not is_surely_given_name(word)


@pytest.mark.parametrize("name", "Martin Werner Ernst Hermann Paul Thomas Simon Günther Walter James Scott".split())
def test_a_name_that_is_also_a_surname_is_not_surely_given(name: str) -> None:
    assert is_given_name(name)
    assert not is_surely_given_name(name)


@pytest.mark.parametrize("name", "Anna Jürgen Sabine Uwe Jennifer Hans-Peter".split())
def test_a_name_that_is_no_surname_is_surely_given(name: str) -> None:
    assert is_surely_given_name(name)


def test_nothing_is_no_name() -> None:
    assert not is_given_name("")
    assert not is_given_name("-")
