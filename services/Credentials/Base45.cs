namespace Gms.Credentials;

/// <summary>Base45 (RFC 9285): bytes in the 45 characters that a QR code packs best.</summary>
public static class Base45
{
    const string Alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";

    public static string Encode(ReadOnlySpan<byte> bytes)
    {
        var text = new char[(bytes.Length / 2 * 3) + (bytes.Length % 2 * 2)];
        for (int i = 0, at = 0; i < bytes.Length; i += 2)
        {
            var pair = i + 1 < bytes.Length;
            var value = pair ? (bytes[i] * 256) + bytes[i + 1] : bytes[i];
            text[at++] = Alphabet[value % 45];
            text[at++] = Alphabet[value / 45 % 45];
            if (pair)
                text[at++] = Alphabet[value / (45 * 45)];
        }
        return new(text);
    }

    /// <exception cref="CredentialException">A character or a group that base45 does not have (<see cref="CredentialFault.Unreadable"/>), or a last group of one character (<see cref="CredentialFault.Truncated"/>).</exception>
    public static byte[] Decode(ReadOnlySpan<char> text)
    {
        var bytes = new List<byte>(text.Length / 3 * 2 + 1);
        for (var i = 0; i < text.Length; i += 3)
        {
            var group = text[i..Math.Min(i + 3, text.Length)];
            var value = 0;
            for (var j = group.Length - 1; j >= 0; j--)
                value = (value * 45) + (Alphabet.IndexOf(group[j], StringComparison.Ordinal) is var digit and >= 0 ? digit : throw new CredentialException(CredentialFault.Unreadable));
            if (group.Length == 1)
                throw new CredentialException(CredentialFault.Truncated);
            if (value > (group.Length == 3 ? 0xFFFF : 0xFF))
                throw new CredentialException(group.Length == 3 ? CredentialFault.Unreadable : CredentialFault.Truncated);
            if (group.Length == 3)
                bytes.Add((byte)(value >> 8));
            bytes.Add((byte)value);
        }
        return [.. bytes];
    }
}
