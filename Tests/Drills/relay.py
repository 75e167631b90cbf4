"""A mail server and a name server on another address than the office's; writes what it hears. Standard library alone: it
runs on a machine of a drill."""

import socket
import sys
import threading

ADDRESS = "198.51.100.2"


def answer_names():
    """Answers every question for an IPv4 address with this one, and every other question with nothing."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as server:
        server.bind((ADDRESS, 53))
        while True:
            asked, who = server.recvfrom(512)
            end = asked.index(0, 12) + 5
            is_address = asked[end - 4:end - 2] == b"\0\1"
            head = asked[:2] + b"\x84\0\0\1" + (b"\0\1" if is_address else b"\0\0") + bytes(4)
            found = b"\xc0\x0c\0\1\0\1\0\0\0\1\0\4" + socket.inet_aton(ADDRESS) if is_address else b""
            server.sendto(head + asked[12:end] + found, who)
            print("name asked", flush=True)


def hear_mails():
    with socket.create_server((ADDRESS, 587)) as server:
        print("ready", flush=True)
        while True:
            line, who = server.accept()
            line.sendall(b"220 relay\r\n")
            for command in line.makefile("rb"):
                print(who[0], command.decode().strip(), flush=True)
                line.sendall(b"250 relay\r\n")


threading.Thread(target=answer_names, daemon=True).start()
try:
    hear_mails()
except OSError as error:
    sys.exit(f"the relay cannot listen: {error}")
