using System.Formats.Asn1;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Gms.Local;

/// <summary>
/// An authority of this state folder's own, made at the first start, that signs the certificate with which its pages are served by https: a browser that is told
/// to trust it once trusts them after every start. Its key stays in keys/tls, and should it get out it vouches for no web server but those at localhost and in private networks (RFC 5280, 4.2.1.10 and 4.2.1.12).
/// </summary>
public sealed class LocalAuthority(StateFolder state)
{
    const string ServerAuthentication = "1.3.6.1.5.5.7.3.1";

    /// <summary>The longest that browsers take (CA/Browser Forum, Baseline Requirements 6.3.2).</summary>
    const int CertificateDays = 397;

    const string NameConstraints = "2.5.29.30";

    /// <summary>Networks whose addresses nobody on the Internet has: RFC 1122 (loopback), 1918, 3927, 4193, 4291. Addresses of a link of IPv6 are none that a browser takes.</summary>
    static readonly IPNetwork[] Private =
    [
        IPNetwork.Parse("127.0.0.0/8"), IPNetwork.Parse("10.0.0.0/8"), IPNetwork.Parse("172.16.0.0/12"), IPNetwork.Parse("192.168.0.0/16"), IPNetwork.Parse("169.254.0.0/16"),
        IPNetwork.Parse("::1/128"), IPNetwork.Parse("fc00::/7"),
    ];

    static readonly TimeSpan _clocksDiffer = TimeSpan.FromHours(1);

    /// <summary>What browsers are told to trust.</summary>
    public string CertificateFile => Path.Combine(Folder, "authority.pem");

    string KeyFile => Path.Combine(Folder, "authority-key.pem");

    // Not *.key: they are no keys of records, and a backup is restored without them.
    string Folder => state.PrivateFolder(Path.Combine(state.PrivateFolder("keys"), "tls"));    // the mode is given to the last folder only

    /// <summary>Whether a certificate for this address is worth anything.</summary>
    public static bool VouchesFor(IPAddress address) => Array.Exists(Private, network => network.Contains(address));

    /// <summary>A certificate for localhost and this address, anew at each start.</summary>
    public Https Certify(IPAddress address)
    {
        var now = DateTimeOffset.UtcNow;
        using var authority = Authority(now);
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        foreach (var named in new HashSet<IPAddress> { IPAddress.Loopback, address })
            names.AddIpAddress(named);
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(false, false, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, true));
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid(ServerAuthentication)], false));
        request.CertificateExtensions.Add(X509AuthorityKeyIdentifierExtension.CreateFromCertificate(authority, true, false));

        using var certificate = request.Create(authority, now - _clocksDiffer, now.AddDays(CertificateDays), RandomNumberGenerator.GetBytes(16));
        var (file, keyFile) = (Path.Combine(Folder, "server.pem"), Path.Combine(Folder, "server-key.pem"));
        StateFolder.WritePrivate(keyFile, key.ExportPkcs8PrivateKeyPem());
        StateFolder.WritePrivate(file, certificate.ExportCertificatePem());
        return new(address, file, keyFile);
    }

    X509Certificate2 Authority(DateTimeOffset now)
    {
        if (File.Exists(CertificateFile) && File.Exists(KeyFile))
        {
            var kept = X509Certificate2.CreateFromPemFile(CertificateFile, KeyFile);
            if (kept.NotAfter.ToUniversalTime() > now.AddDays(CertificateDays + 1).UtcDateTime && kept.Extensions[NameConstraints] is not null)
                return kept;
            kept.Dispose();
        }
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN=Migrant-worker registry on one machine ({state.Fingerprint})", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, true, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, false));
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid(ServerAuthentication)], false));
        request.CertificateExtensions.Add(new X509Extension(NameConstraints, Permitted(), true));
        var made = request.CreateSelfSigned(now - _clocksDiffer, now.AddYears(10));
        StateFolder.WritePrivate(KeyFile, key.ExportPkcs8PrivateKeyPem());
        StateFolder.WritePrivate(CertificateFile, made.ExportCertificatePem());
        return made;
    }

    /// <summary>The names for which it may sign: permittedSubtrees with one dNSName and the private networks as iPAddress, each an address and its mask.</summary>
    static byte[] Permitted()
    {
        var (dnsName, ipAddress) = (new Asn1Tag(TagClass.ContextSpecific, 2), new Asn1Tag(TagClass.ContextSpecific, 7));
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        using (writer.PushSequence(new Asn1Tag(TagClass.ContextSpecific, 0)))
        {
            using (writer.PushSequence())
                writer.WriteCharacterString(UniversalTagNumber.IA5String, "localhost", dnsName);
            foreach (var network in Private)
                using (writer.PushSequence())
                    writer.WriteOctetString([.. network.BaseAddress.GetAddressBytes(), .. Mask(network)], ipAddress);
        }
        return writer.Encode();

        static byte[] Mask(IPNetwork network) =>
            [.. Enumerable.Range(0, network.BaseAddress.GetAddressBytes().Length).Select(i => (byte)(0xFF << (8 - Math.Clamp(network.PrefixLength - (8 * i), 0, 8))))];
    }
}

/// <summary>At which address of this machine pages are served by https too, and with which certificate.</summary>
public sealed record Https(IPAddress Address, string CertificateFile, string KeyFile)
{
    /// <summary>What may stand in the address line of a browser.</summary>
    internal IEnumerable<string> Hosts => IPAddress.IsLoopback(Address) ? [Text, "localhost"] : [Text];

    internal string Text => Address.AddressFamily == System.Net.Sockets.AddressFamily.InterNetworkV6 ? $"[{Address}]" : Address.ToString();
}
