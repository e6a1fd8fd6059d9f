using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using Gms.Platform;

namespace Gms.DepartureOrientation.Attendance;

/// <summary>How the session's code that was sent stands to the one that is shown.</summary>
public enum CodeFit
{
    Good,

    /// <summary>It was shown, and is no longer taken.</summary>
    Expired,

    Wrong,
}

/// <summary>
/// The two codes that prove attendance: the one that is shown in the room and changes every minute, and the worker's own, each good once. Both are derived
/// from the service's secret (HMAC-SHA-256, cut as in RFC 4226) whenever they are shown or checked: none is stored.
/// </summary>
public sealed class AttendanceCodes(IKeys keys, ServiceIdentity service, AttendanceTerms terms)
{
    /// <summary>Without letters that are taken for figures.</summary>
    const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    const int SessionLength = 6, WorkerLength = 8;

    /// <summary>For so many windows a code is recognised as one that was shown.</summary>
    const int Remembered = 120;

    public long WindowAt(DateTimeOffset time) => time.ToUnixTimeSeconds() / terms.WindowSeconds;

    /// <summary>The moment at which another code is shown.</summary>
    public DateTimeOffset EndOf(long window) => DateTimeOffset.FromUnixTimeSeconds((window + 1) * terms.WindowSeconds);

    public string OfSession(Guid session, long window) => Code(keys.CurrentSecret(KeyKind.Search, service.Client), SessionText(session, window), SessionLength);

    public string OfWorker(Guid enrolment, int batch, int serial) => Code(keys.CurrentSecret(KeyKind.Search, service.Client), WorkerText(enrolment, batch, serial), WorkerLength);

    /// <summary>Whether it is the session's code of now or of the window before, and of which.</summary>
    public (CodeFit Fit, long Window) Check(Guid session, string sent, DateTimeOffset now)
    {
        var code = Plain(sent);
        var current = WindowAt(now);
        var secrets = keys.AllSecrets(KeyKind.Search, service.Client);
        for (var back = 0; back < Remembered; back++)
            if (secrets.Any(secret => Code(secret, SessionText(session, current - back), SessionLength) == code))
                return (back <= 1 ? CodeFit.Good : CodeFit.Expired, current - back);
        return (CodeFit.Wrong, current);
    }

    /// <summary>Which of the worker's codes it is; null for none.</summary>
    public int? SerialOf(Guid enrolment, int batch, string sent)
    {
        var code = Plain(sent);
        var secrets = keys.AllSecrets(KeyKind.Search, service.Client);
        for (var serial = 1; serial <= terms.CodesInABatch; serial++)
            if (secrets.Any(secret => Code(secret, WorkerText(enrolment, batch, serial), WorkerLength) == code))
                return serial;
        return null;
    }

    /// <summary>As people type it: small letters, spaces, a stroke, an O for a nought.</summary>
    static string Plain(string sent) => string.Concat(sent.ToUpperInvariant().Where(char.IsAsciiLetterOrDigit).Select(c => c switch { 'O' => '0', 'I' or 'L' => '1', _ => c }));

    static string SessionText(Guid session, long window) => string.Create(CultureInfo.InvariantCulture, $"attendance:session:{session:N}:{window}");

    static string WorkerText(Guid enrolment, int batch, int serial) => string.Create(CultureInfo.InvariantCulture, $"attendance:worker:{enrolment:N}:{batch}:{serial}");

    static string Code(SecretKey secret, string text, int length)
    {
        var number = BinaryPrimitives.ReadUInt64BigEndian(secret.Hash(Encoding.ASCII.GetBytes(text)));
        Span<char> code = stackalloc char[length];
        for (var i = 0; i < length; i++, number >>= 5)
            code[i] = Alphabet[(int)(number & 31)];
        return new(code);
    }
}
