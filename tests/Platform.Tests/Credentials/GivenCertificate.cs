using Gms.Credentials;
using static Gms.Platform.Tests.Credentials.GivenPass;

namespace Gms.Platform.Tests.Credentials;

/// <summary>A Lao certificate of orientation, its status list, and the ways to forge it.</summary>
static class GivenCertificate
{
    public static OrientationCertificate Certificate { get; } = new()
    {
        CertificateId = Guid.Parse("019a0000-0000-7000-8000-0000000000d1"),
        WorkerNumber = Pass.WorkerNumber,
        Country = "LA",
        Curriculum = "SAFE/1",
        Stage = "PreDeparture",
        Programme = "LA-PDO",
        Origin = "LA",
        Destination = "TH",
        Language = "lo",
        Minutes = 360,
        IssuedOn = new(2026, 11, 20),
        SignedAt = Now.AddDays(-3),
        ExpiresAt = Now.AddDays(300),
        StatusUri = OrientationCertificate.StatusUriOf("LA", 0),
        StatusIndex = 815,
    };

    public static byte[] Status(DateTimeOffset? expires = null, params int[] revoked) =>
        new StatusList(OrientationCertificate.StatusUriOf("LA", 0), revoked, Now.AddHours(-2), expires ?? Now.AddDays(7)).Sign(Lao, TimeSpan.FromMinutes(5));

    /// <summary>The signed text with one bit of each byte changed, one after the other.</summary>
    public static IEnumerable<string> Changed()
    {
        var signed = OrientationCertificate.Read(Certificate.Sign(Lao)).Whole;
        for (var at = 0; at < signed.Length; at++)
        {
            var changed = (byte[])signed.Clone();
            changed[at] ^= 1;
            yield return OrientationCertificate.Prefix + Base45.Encode(changed);
        }
    }
}
