"""SHA-256 of bytes.

``hashlib`` loads OpenSSL: of a cold check of a text a fortieth. Python has the algorithm itself,
under names that changed in 3.12; OpenSSL's is the faster one, so what is large goes to it.
"""

from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from hashlib import _Hash, sha256
else:
    try:
        from _sha256 import sha256
    except ImportError:
        try:
            from _sha2 import sha256
        except ImportError:
            from hashlib import sha256

__all__ = ["Hash", "digest_of", "sha256"]

Hash: TypeAlias = "_Hash"

_LARGE = 1 << 17  # from here on OpenSSL is quicker, its loading included (measured: 128 KB)


def digest_of(data: bytes) -> str:
    """Give the digest as reports name it: ``sha256:`` and 64 hexadecimal digits."""
    if len(data) > _LARGE:
        from hashlib import sha256 as of_openssl

        return f"sha256:{of_openssl(data).hexdigest()}"
    return f"sha256:{sha256(data).hexdigest()}"
