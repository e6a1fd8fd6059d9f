using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Gms.Platform;
using Microsoft.IdentityModel.Tokens;

namespace Gms.DepartureOrientation.Certificates;

/// <summary>
/// The signed form of a certificate: compact JWS (RFC 7515), ES256, with the credential key of the issuing country.
/// Names the worker number and no person.
/// </summary>
public sealed class CredentialSigner(IKeys keys)
{
    const string MediaType = "gms-orientation+jws";

    public string Sign(Certificate certificate)
    {
        var key = keys.Current(KeyKind.Credential, certificate.Country);
        var text = $"{Encoded(new Header("ES256", MediaType, KeyId(certificate.Country, key.Version)))}.{Encoded(ContentOf(certificate))}";
        return $"{text}.{Base64UrlEncoder.Encode(key.Sign(Encoding.ASCII.GetBytes(text)))}";
    }

    /// <summary>
    /// Whether the signature is the country's and the certificate still says what was signed. A key that cannot be read is a failure
    /// and not a no: a worker must not be refused for it.
    /// </summary>
    public bool Confirms(Certificate certificate)
    {
        if (certificate.Credential.Split('.') is not [var header, var content, var signature])
            return false;
        try
        {
            return Decoded<Header>(header) is { Alg: "ES256", Typ: MediaType } read
                && VersionOf(read.Kid, certificate.Country) is { } version
                && keys.Version(KeyKind.Credential, certificate.Country, version).Verify(Encoding.ASCII.GetBytes($"{header}.{content}"), Base64UrlEncoder.DecodeBytes(signature))
                && Decoded<Content>(content) == ContentOf(certificate);
        }
        catch (Exception damaged) when (damaged is FormatException or JsonException)
        {
            return false;
        }
    }

    static string KeyId(string country, int version) => string.Create(CultureInfo.InvariantCulture, $"{country}-{version}");

    static int? VersionOf(string keyId, string country) =>
        keyId.StartsWith(country + "-", StringComparison.Ordinal) && int.TryParse(keyId.AsSpan(3), NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : null;

    static Content ContentOf(Certificate certificate) => new(
        certificate.Country,
        certificate.WorkerNumber,
        certificate.Id.ToString(),
        $"{certificate.CurriculumCode}/{certificate.Edition}",
        certificate.Programme,
        certificate.Stage.ToString(),
        certificate.Origin,
        certificate.Destination,
        certificate.InstitutionId.ToString(),
        certificate.Language,
        certificate.Minutes,
        certificate.IssuedOn,
        certificate.ExpiresOn);

    static string Encoded<T>(T part) => Base64UrlEncoder.Encode(JsonSerializer.SerializeToUtf8Bytes(part, Options));

    static T? Decoded<T>(string part) => JsonSerializer.Deserialize<T>(Base64UrlEncoder.DecodeBytes(part), Options);

    static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    sealed record Header(string Alg, string Typ, string Kid);

    /// <summary>The registered claims iss, sub and jti, then what was taught; days as ISO 8601, because a legal day is no instant.</summary>
    sealed record Content(
        string Iss, string Sub, string Jti, string Curriculum, string? Programme, string Stage, string? Origin, string? Destination, string Institution,
        string Language, int Minutes, DateOnly IssuedOn, DateOnly? ExpiresOn);
}
