using System.Security.Cryptography;
using Gms.DepartureOrientation.Certificates;
using Gms.Platform;
using Microsoft.EntityFrameworkCore;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using Xunit;

namespace Gms.DepartureOrientation.Tests.Certificates;

public sealed class CredentialSignerTests : IDisposable
{
    readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("gms-keys");
    readonly KeyFolder _keys;
    readonly CredentialSigner _signer;

    public CredentialSignerTests() => _signer = new(_keys = new(_folder.FullName, mayCreate: true));

    [Fact]
    public async Task The_signed_form_is_a_jws_that_a_library_of_others_verifies()
    {
        var key = _keys.Current(KeyKind.Credential, "LA");
        var result = await new JsonWebTokenHandler { MapInboundClaims = false }.ValidateTokenAsync(_signer.Sign(A.Certificate()), new()
        {
            ValidIssuer = "LA",
            ValidateAudience = false,
            ValidateLifetime = false,
            ValidTypes = ["gms-orientation+jws"],
            IssuerSigningKey = new ECDsaSecurityKey(ECDsa.Create(key.Key.ExportParameters(includePrivateParameters: false))) { KeyId = "LA-1" },
        });

        Assert.True(result.IsValid, result.Exception?.Message);
        Assert.Equal(A.Worker, result.Claims["sub"]);
    }

    [Fact]
    public void What_was_signed_is_confirmed() => Assert.True(_signer.Confirms(Signed(A.Certificate())));

    [Fact]
    public void An_earlier_key_still_confirms_after_a_new_one_came()
    {
        var certificate = Signed(A.Certificate());

        _keys.Rotate(KeyKind.Credential, "LA");

        Assert.True(_signer.Confirms(certificate));
        Assert.Contains("LA-2", Base64UrlEncoder.Decode(_signer.Sign(A.Certificate()).Split('.')[0]), StringComparison.Ordinal);
    }

    [Fact]
    public void A_record_that_says_something_else_than_was_signed_is_not_confirmed()
    {
        var other = A.Certificate(destination: "CN");
        other.Sign(_signer.Sign(A.Certificate()));

        Assert.False(_signer.Confirms(other));
    }

    [Fact]
    public void Another_country_s_signature_is_not_confirmed()
    {
        var foreign = A.Certificate(country: "TH");
        foreign.Sign(_signer.Sign(A.Certificate()));

        Assert.False(_signer.Confirms(foreign));
    }

    [Theory]
    [InlineData("")]
    [InlineData("a.b.c")]
    [InlineData("e30.e30.e30")]
    [InlineData("eyJhbGciOiJub25lIn0.e30.")]
    public void What_is_no_credential_is_not_confirmed(string text)
    {
        var certificate = A.Certificate();
        certificate.Sign(text);

        Assert.False(_signer.Confirms(certificate));
    }

    Certificate Signed(Certificate certificate)
    {
        certificate.Sign(_signer.Sign(certificate));
        return certificate;
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
