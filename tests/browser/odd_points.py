"""Ed25519 (RFC 8032) with points that have a part of order two: what browsers may judge differently. Slow, for tests only."""

import hashlib

P = 2**255 - 19
L = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, -1, P) % P
BASE = (15112221349535400772501151409588531511454012693041857206046113283949847762202,
        46316835694926478169428394003475163141307993866256225615783033603165251855960)
OF_ORDER_TWO = (0, P - 1)


def add(one, two):
    (x1, y1), (x2, y2) = one, two
    t = D * x1 * x2 * y1 * y2 % P
    return (x1 * y2 + x2 * y1) * pow(1 + t, -1, P) % P, (y1 * y2 + x1 * x2) * pow(1 - t, -1, P) % P


def times(scalar, point):
    result = (0, 1)
    for bit in bin(scalar)[2:]:
        result = add(result, result)
        if bit == "1":
            result = add(result, point)
    return result


def encode(point):
    return (point[1] | (point[0] & 1) << 255).to_bytes(32, "little")


def number(*parts):
    return int.from_bytes(hashlib.sha512(b"".join(parts)).digest(), "little") % L


class OddKey:
    """in_key: the key has the part, and its signatures hold without the cofactor. Otherwise R has it: they hold only with."""

    def __init__(self, seed, in_key):
        self.seed, self.in_key, self.scalar = seed, in_key, number(b"scalar", seed)
        plain = times(self.scalar, BASE)
        self.public = encode(add(plain, OF_ORDER_TWO) if in_key else plain)

    def sign(self, message):
        for attempt in range(99):
            nonce = number(b"nonce", self.seed, message, bytes([attempt]))
            point = times(nonce, BASE)
            head = encode(point if self.in_key else add(point, OF_ORDER_TWO))
            k = number(head, self.public, message)
            if not self.in_key or k % 2 == 0:  # an even multiple of the part is nothing
                return head + ((nonce + k * self.scalar) % L).to_bytes(32, "little")
        raise AssertionError("no even number in 99 attempts")
