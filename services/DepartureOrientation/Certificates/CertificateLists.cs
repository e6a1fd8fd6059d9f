using System.Collections.Concurrent;
using Gms.Credentials;
using Gms.Platform;
using Microsoft.EntityFrameworkCore;

namespace Gms.DepartureOrientation.Certificates;

/// <summary>Makes the status lists of certificates: which were revoked, one bit each, signed by the issuing country, good for a week.</summary>
sealed class CertificateLists(DepartureOrientationDb db, CertificateKeys keys, SignedCertificateLists signed, TimeProvider clock)
{
    static readonly string[] Countries = ["CN", "KH", "LA", "MM", "TH", "VN"];

    static readonly TimeSpan GoodFor = TimeSpan.FromDays(7), TimeToLive = TimeSpan.FromMinutes(5);

    /// <summary>The lists of one country, or of all. One that was signed less than a minute ago, and since when nothing was revoked, is given again.</summary>
    public async Task<IReadOnlyList<SignedCertificateList>> All(string? country, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var lists = new List<SignedCertificateList>();
        foreach (var known in await Known(country, cancel))
            lists.Add(signed.Recent(known, now) ?? signed.Keep(known, await Sign(known, now, cancel)));
        return lists;
    }

    /// <summary>A look into an index for each list, however many certificates there are: whoever wants asks this.</summary>
    Task<List<KnownList>> Known(string? country, CancellationToken cancel)
    {
        var countries = country is null ? Countries : [country];
        return db.Database.SqlQuery<KnownList>(
            $"""
            SELECT k.country AS "Country", l.list::integer AS "List", (SELECT count(*) FROM certificates c
                WHERE c.country = k.country AND c.state = 'Revoked' AND c.status_number >= l.list * {StatusList.Size} AND c.status_number < (l.list + 1) * {StatusList.Size})::integer AS "Revoked"
            FROM unnest({countries}) AS k (country)
            CROSS JOIN LATERAL generate_series(0, (SELECT max(status_number) FROM certificates c WHERE c.country = k.country) / {StatusList.Size}) AS l (list)
            ORDER BY 1, 2
            """).ToListAsync(cancel);
    }

    async Task<SignedCertificateList> Sign(KnownList known, DateTimeOffset now, CancellationToken cancel)
    {
        var uri = OrientationCertificate.StatusUriOf(known.Country, known.List);
        var first = (long)known.List * StatusList.Size;
        var revoked = await db.Certificates.Where(c => c.Country == known.Country && c.State == CertificateState.Revoked && c.StatusNumber >= first && c.StatusNumber < first + StatusList.Size)
            .Select(c => (int)(c.StatusNumber - first)).ToListAsync(cancel);
        var key = await keys.Current(known.Country, cancel);
        return new(known.Country, uri, new StatusList(uri, revoked, now, now + GoodFor).Sign(key.Key, TimeToLive), now, now + GoodFor);
    }
}

/// <summary>A list as it was signed.</summary>
/// <param name="Country">Who signed it.</param>
/// <param name="Uri">Its name.</param>
/// <param name="Token">The signed text.</param>
/// <param name="IssuedAt">What was revoked up to here is in it.</param>
/// <param name="ExpiresAt">From here on it says nothing any more.</param>
sealed record SignedCertificateList(string Country, string Uri, byte[] Token, DateTimeOffset IssuedAt, DateTimeOffset ExpiresAt);

/// <summary>What a list depends on.</summary>
sealed record KnownList(string Country, int List, int Revoked);

/// <summary>The lists signed last, so that whoever asks often costs no signature each time.</summary>
sealed class SignedCertificateLists
{
    static readonly TimeSpan GoodFor = TimeSpan.FromMinutes(1);

    readonly ConcurrentDictionary<(string Country, int List), (int Revoked, SignedCertificateList List)> _lists = new();

    public SignedCertificateList? Recent(KnownList known, DateTimeOffset now) =>
        _lists.TryGetValue((known.Country, known.List), out var kept) && kept.Revoked == known.Revoked && (now - kept.List.IssuedAt).Duration() < GoodFor ? kept.List : null;

    public SignedCertificateList Keep(KnownList known, SignedCertificateList list)
    {
        _lists[(known.Country, known.List)] = (known.Revoked, list);
        return list;
    }
}
