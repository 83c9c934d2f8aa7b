"""What a content stream of somebody's PDF uses: read token by token, so that a huge one costs time, not memory."""

from collections import Counter

import pikepdf
from pikepdf import Token, TokenType

from checkin_desktop.documents.refusals import too_complex, unusual

_MOST_NESTED = 26
"""ISO 19005-2 allows 28 `q`; two are ours."""
_SHOW = frozenset({b"Tj", b"TJ", b"'", b'"'})
_OPERATORS = frozenset(
    b"b B b* B* BDC BI BMC BT BX c cm CS cs d d0 d1 Do DP EI EMC ET EX f F f* G g gs h i ID j J K k l m M MP n q Q re"
    b" RG rg ri S s SC sc SCN scn sh T* Tc Td TD Tf Tj TJ TL Tm Tr Ts Tw Tz v w W W* y true false null ' \"".split()
)
_INVISIBLE = 3


class Uses(pikepdf.TokenFilter):
    """`shown`: fonts in which letters are seen; `drawn`: how often each XObject; `cmyk`: inks are used.

    `named`: (kind of resource, name) that must be there. `inherits`: letters are shown in a font chosen outside.
    Raises BadPicture for what PDF does not know.
    """

    def __init__(self) -> None:
        super().__init__()
        self.shown: set[str] = set()
        self.drawn: Counter[str] = Counter()
        self.named: set[tuple[str, str]] = set()
        self.cmyk = self.inherits = False
        self.tokens = 0
        self._font, self._mode = "", 0
        self._outer: list[tuple[str, int]] = []
        self._name, self._number = "", 0

    def add(self, other: "Uses") -> None:
        """Of streams that share their resources."""
        self.shown |= other.shown
        self.drawn += other.drawn
        self.named |= other.named
        self.tokens += other.tokens

    def handle_token(self, token: Token) -> None:
        self.tokens += 1
        match token.type_:
            case TokenType.word:
                self._operator(token.raw_value)
            case TokenType.name_:
                self._name = token.value
                if self._name in ("/DeviceCMYK", "/CMYK"):
                    self.cmyk = True
                elif self._name in ("/LZW", "/LZWDecode"):
                    raise unusual("LZW")
            case TokenType.integer:
                self._number = int(token.value) if len(token.value) < 12 else 0
            case TokenType.string if len(token.raw_value) > 65_000:
                raise too_complex()

    def _operator(self, said: bytes) -> None:
        match said:
            case b"q":
                self._outer.append((self._font, self._mode))
                if len(self._outer) > _MOST_NESTED:
                    raise too_complex()
            case b"Q" if self._outer:
                self._font, self._mode = self._outer.pop()
            case b"Tf":
                self._font = self._name
                self.named.add(("/Font", self._name))
            case b"Tr":
                self._mode = self._number
            case b"Do":
                self.drawn[self._name] += 1
                self.named.add(("/XObject", self._name))
            case b"gs":
                self.named.add(("/ExtGState", self._name))
            case b"sh":
                self.named.add(("/Shading", self._name))
            case b"k" | b"K":
                self.cmyk = True
            case _ if said in _SHOW:
                if self._mode != _INVISIBLE:
                    self.shown.add(self._font)
                    self.inherits |= not self._font
            case _ if said not in _OPERATORS:
                raise unusual(said[:20].decode("latin-1"))
