"""A client's first page loads quickly over a slow line, because it is small."""

from office import PHONE


def test_a_clients_first_load_is_small(office):
    piotr = office.sign_in("piotr@piekarnia.example", viewport=PHONE)
    session = piotr.context.new_cdp_session(piotr.page)
    session.send("Network.enable")
    session.send("Network.setCacheDisabled", {"cacheDisabled": True})
    loaded = []
    session.on("Network.loadingFinished", lambda event: loaded.append(event["encodedDataLength"]))
    piotr.open("/")
    assert 0 < sum(loaded) < 60_000, f"{sum(loaded)} bytes"
