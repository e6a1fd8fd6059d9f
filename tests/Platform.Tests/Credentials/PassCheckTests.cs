using Gms.Credentials;
using Xunit;
using static Gms.Platform.Tests.Credentials.GivenPass;

namespace Gms.Platform.Tests.Credentials;

public sealed class PassCheckTests
{
    static readonly byte[] Signature = new byte[64];

    static PassVerdict Check(string text, TrustList? trust = null, DateTimeOffset? now = null, params byte[][] lists) =>
        new PassCheck(trust ?? Trust(), lists.Length > 0 ? lists : [Status()]).Check(text, now ?? Now);

    static string Code(string text, TrustList? trust = null, DateTimeOffset? now = null, params byte[][] lists) => Check(text, trust, now, lists).Code;

    [Fact]
    public void A_pass_is_valid_and_says_what_to_compare()
    {
        var verdict = Check(Text());

        Assert.Equal(("PASS_VALID", Now.AddHours(-2)), (verdict.Code, verdict.AsOf));
        Assert.Equal(Pass with { ContractHash = null }, verdict.Pass! with { ContractHash = null });
        Assert.Equal(Pass.ContractHash, verdict.Pass!.ContractHash);
    }

    [Theory]
    [InlineData("PASS_VALID", 300)]
    [InlineData("PASS_STATUS_UNKNOWN", 301)]
    public void A_clock_that_is_behind_the_lists_makes_no_pass_valid(string code, int seconds)
    {
        Assert.Equal(code, Code(Text(), lists: Status(at: Now.AddSeconds(seconds))));
        Assert.Equal(code, Code(Text(Pass with { NotBefore = Now.AddDays(-3) }), now: Trust().IssuedAt.AddSeconds(-seconds), lists: Status(at: Now.AddDays(-2))));
    }

    [Fact]
    public void Every_verdict_has_a_sentence_and_something_to_do()
    {
        var texts = Enum.GetValues<CredentialFault>().Select(f => PassWords.Of(f)).Append(PassWords.Of(null)).ToList();

        Assert.All(texts, t => Assert.True(t.Sentence.EndsWith('.') && t.WhatToDo.EndsWith('.')));
        Assert.Equal("Valid", Assert.Single(texts, t => t.Word == "Valid").Word);
    }

    [Fact]
    public void What_does_not_look_like_a_pass_is_unreadable()
    {
        Assert.Equal("PASS_UNREADABLE", Code("eyJhbGciOiJub25lIn0.e30."));
        Assert.Equal("PASS_UNREADABLE", Code(""));
        Assert.Equal("PASS_UNREADABLE", Code("GMSP1:abc"));
        Assert.Equal("PASS_UNREADABLE", Code("GMSP1:" + new string('A', 20_000)));
        Assert.Equal("PASS_UNREADABLE", Code(PassText.Write([0xD2, 0x80])));
    }

    [Fact]
    public void A_text_that_inflates_without_end_is_unreadable() =>
        Assert.Equal("PASS_UNREADABLE", Code(PassText.Write(new byte[1_000_000])));

    [Fact]
    public void Whatever_is_cut_off_is_truncated_and_never_another_verdict()
    {
        var text = Text();

        Assert.All(Enumerable.Range(PassText.Prefix.Length, text.Length - PassText.Prefix.Length), length => Assert.Equal("PASS_TRUNCATED", Code(text[..length])));
    }

    [Theory]
    [InlineData(null)]
    [InlineData(0)]
    public void Algorithm_none_proves_nothing(int? algorithm) => Assert.Equal("PASS_UNSIGNED", Code(Under(algorithm, [])));

    [Fact]
    public void An_algorithm_that_is_not_signed_itself_counts_for_nothing() => Assert.Equal("PASS_UNSIGNED", Code(Under(-7, Signature, algorithmBeside: true)));

    [Fact]
    public void A_key_that_everybody_has_is_no_secret()
    {
        Assert.Equal("PASS_ALGORITHM_REFUSED", Code(Under(5, MacWithPublicKey())));
        Assert.Equal("PASS_ALGORITHM_REFUSED", Code(Under(5, MacWithPublicKey(), mac: true)));
    }

    [Fact]
    public void An_es256_in_the_clothes_of_a_mac_is_refused() => Assert.Equal("PASS_ALGORITHM_REFUSED", Code(Under(-7, MacWithPublicKey(), mac: true)));

    [Fact]
    public void A_made_up_signature_is_forged() => Assert.Equal("PASS_FORGED", Code(Under(-7, Signature)));

    [Fact]
    public void A_signature_of_another_length_is_forged() => Assert.Equal("PASS_FORGED", Code(Under(-7, [1, 2, 3])));

    [Fact]
    public void Every_byte_is_under_the_signature()
    {
        var signed = SignedCbor.Sign(Pass.ToClaims(), Lao);
        for (var at = 0; at < signed.Length; at++)
        {
            var changed = (byte[])signed.Clone();
            changed[at] ^= 1;
            Assert.NotEqual("PASS_VALID", Code(PassText.Write(changed)));
        }
    }

    [Fact]
    public void A_stranger_s_key_is_unknown_and_nothing_it_says_is_shown()
    {
        var verdict = Check(Text(key: Stranger));

        Assert.Equal(("PASS_KEY_UNKNOWN", null), (verdict.Code, verdict.Pass));
    }

    [Fact]
    public void A_stranger_s_signature_under_a_trusted_key_s_id_is_forged() =>
        Assert.Equal("PASS_FORGED", Code(Under(-7, Stranger.SignData(Pass.ToClaims(), System.Security.Cryptography.HashAlgorithmName.SHA256))));

    [Fact]
    public void A_country_signs_for_itself_only() => Assert.Equal("PASS_KEY_OF_ANOTHER_COUNTRY", Code(Text(key: Thai)));

    [Fact]
    public void Nothing_of_a_compromised_key_is_taken_whatever_day_it_says() =>
        Assert.Equal("PASS_KEY_COMPROMISED", Code(Text(), Trust(Trusted("LA", Lao, compromised: Now.AddDays(1)))));

    [Fact]
    public void What_a_retired_key_signed_before_stays_good()
    {
        Assert.Equal("PASS_VALID", Code(Text(), Trust(Trusted("LA", Lao, retired: Now.AddDays(-1)))));
        Assert.Equal("PASS_KEY_NOT_IN_USE", Code(Text(), Trust(Trusted("LA", Lao, retired: Now.AddDays(-8)))));
        Assert.Equal("PASS_KEY_NOT_IN_USE", Code(Text(), Trust(Trusted("LA", Lao, from: Now.AddDays(-6)))));
    }

    [Fact]
    public void An_old_trust_list_is_not_relied_on() => Assert.Equal("PASS_KEY_UNKNOWN", Code(Text(), now: Now.AddDays(29)));

    [Fact]
    public void The_days_are_exact()
    {
        var list = Status(at: Now.AddDays(-1), expires: Now.AddDays(60));
        var trust = new TrustList([Trusted("LA", Lao)], Now.AddDays(-1), Now.AddDays(60));

        Assert.Equal("PASS_NOT_YET_VALID", Code(Text(), trust, Pass.NotBefore.AddSeconds(-1), list));
        Assert.Equal("PASS_VALID", Code(Text(), trust, Pass.NotBefore, list));
        Assert.Equal("PASS_VALID", Code(Text(), trust, Pass.ExpiresAt.AddSeconds(-1), list));
        Assert.Equal("PASS_EXPIRED", Code(Text(), trust, Pass.ExpiresAt, list));
    }

    [Fact]
    public void A_revoked_pass_says_as_of_when_and_whose_it_is()
    {
        var verdict = Check(Text(), lists: Status(revoked: 4711));

        Assert.Equal(("PASS_REVOKED", Now.AddHours(-2), "LA-7KQ2-M9XD-R"), (verdict.Code, verdict.AsOf, verdict.Pass!.WorkerNumber));
    }

    [Theory]
    [InlineData(4710)]
    [InlineData(4712)]
    public void A_neighbour_s_revocation_is_the_neighbour_s(int index) => Assert.Equal("PASS_VALID", Code(Text(), lists: Status(revoked: index)));

    [Fact]
    public void Of_two_lists_the_newer_counts()
    {
        var (older, newer) = (Status(at: Now.AddHours(-3)), Status(at: Now.AddHours(-1), revoked: 4711));

        Assert.Equal("PASS_REVOKED", Code(Text(), lists: [older, newer]));
        Assert.Equal("PASS_REVOKED", Code(Text(), lists: [newer, older]));
    }

    [Fact]
    public void Unknown_is_never_shown_as_valid()
    {
        Assert.Equal("PASS_STATUS_UNKNOWN", new PassCheck(Trust()).Check(Text(), Now).Code);
        Assert.Equal("PASS_STATUS_UNKNOWN", Code(Text(), lists: Status(expires: Now)));
        Assert.Equal("PASS_STATUS_UNKNOWN", Code(Text(), lists: Status(Stranger)));
        Assert.Equal("PASS_STATUS_UNKNOWN", Code(Text(), lists: Status(Thai)));    // another country's key under this list's name
        Assert.Equal("PASS_STATUS_UNKNOWN", Code(Text(), lists: [[0xD2, 0x84]]));
        Assert.Equal("PASS_STATUS_UNKNOWN", Code(Text(Pass with { StatusIndex = StatusList.Size })));
    }

    [Fact]
    public void A_trust_list_is_read_back_with_the_anchor_and_with_no_other_key()
    {
        var trust = Trust(Trusted("LA", Lao, Now, Now.AddHours(1)), Trusted("TH", Thai));
        var carried = trust.Sign(Region);

        var read = TrustList.Read(carried, PublicKey.Of(Region));

        Assert.Equal(trust.Keys.Select(k => (k.Country, Convert.ToHexString(k.Key.Id), k.ValidFrom, k.RetiredAt, k.CompromisedSince)), read.Keys.Select(k => (k.Country, Convert.ToHexString(k.Key.Id), k.ValidFrom, k.RetiredAt, k.CompromisedSince)));
        Assert.Equal(CredentialFault.Forged, Assert.Throws<CredentialException>(() => TrustList.Read(carried, PublicKey.Of(Lao))).Fault);
        Assert.Equal(CredentialFault.Unreadable, Assert.Throws<CredentialException>(() => TrustList.Read(Status(Region), PublicKey.Of(Region))).Fault);
    }

    [Fact]
    public void A_list_is_no_pass() => Assert.Equal("PASS_UNREADABLE", Code(PassText.Write(Status())));
}
