using Gms.Credentials;
using Xunit;
using static Gms.Platform.Tests.Credentials.GivenPass;

namespace Gms.Platform.Tests.Credentials;

public sealed class StatementCheckTests
{
    static InsuranceStatement Statement { get; } = new()
    {
        StatementId = Guid.Parse("019a0000-0000-7000-8000-0000000000c1"),
        Country = "LA",
        WorkerNumber = "LA-7KQ2-M9XD-R",
        BirthYear = 1999,
        IssuedAt = Now.AddDays(-1),
        Periods = [new("LA-NSSF-ENT", 2024 * 12, (2024 * 12) + 11), new("LA-NSSF-ENT", 2026 * 12, 2026 * 12)],
        Posting = new("TH", new(2026, 1, 1), new(2026, 12, 31), null),
    };

    static string Code(string text, TrustList? trust = null) => StatementCheck.Check(text, trust ?? Trust(), Now).Code;

    [Fact]
    public void What_was_signed_is_what_is_read()
    {
        var verdict = StatementCheck.Check(StatementText.Sign(Statement, Lao), Trust(), Now);

        Assert.Equal("STATEMENT_VALID", verdict.Code);
        Assert.Equal(Statement with { Periods = [] }, verdict.Statement! with { Periods = [] });
        Assert.Equal(Statement.Periods, verdict.Statement!.Periods);
    }

    [Fact]
    public void Another_countrys_key_a_strangers_key_and_a_list_too_old_are_not_taken()
    {
        Assert.Equal("STATEMENT_KEY_OF_ANOTHER_COUNTRY", Code(StatementText.Sign(Statement, Thai)));
        Assert.Equal("STATEMENT_KEY_UNKNOWN", Code(StatementText.Sign(Statement, Stranger)));
        Assert.Equal("STATEMENT_KEY_UNKNOWN", Code(StatementText.Sign(Statement, Lao), new([Trusted("LA", Lao)], Now.AddDays(-31), Now.AddDays(-1))));
        Assert.Equal("STATEMENT_KEY_COMPROMISED", Code(StatementText.Sign(Statement, Lao), new([Trusted("LA", Lao, compromised: Now)], Now, Now.AddDays(1))));
        Assert.Equal("STATEMENT_KEY_NOT_IN_USE", Code(StatementText.Sign(Statement, Lao), new([Trusted("LA", Lao, retired: Now.AddDays(-2))], Now, Now.AddDays(1))));
    }

    [Fact]
    public void Each_byte_changed_is_found()
    {
        var signed = SignedCbor.Sign(Statement.ToClaims(), Lao, InsuranceStatement.Type);
        for (var i = 0; i < signed.Length; i++)
        {
            var changed = signed.ToArray();
            changed[i] ^= 0x01;
            Assert.NotNull(StatementCheck.Check(StatementText.Prefix + Base45.Encode(changed), Trust(), Now).Fault);
        }
    }

    [Fact]
    public void A_pass_is_no_statement_and_a_statement_no_pass()
    {
        Assert.Equal("STATEMENT_UNREADABLE", Code(StatementText.Prefix + Base45.Encode(SignedCbor.Sign(Pass.ToClaims(), Lao))));
        Assert.Equal("PASS_UNREADABLE", new PassCheck(Trust(), [Status()]).Check(PassText.Write(SignedCbor.Sign(Statement.ToClaims(), Lao, InsuranceStatement.Type)), Now).Code);
    }

    [Theory]
    [InlineData(0, 5)]
    [InlineData(10, 5)]
    [InlineData(10, int.MaxValue)]
    public void Months_that_cannot_be_are_unreadable_even_when_rightly_signed(int first, int last) =>
        Assert.Equal("STATEMENT_UNREADABLE", Code(StatementText.Sign(Statement with { Periods = [new("LA-NSSF-ENT", first, last)] }, Lao)));

    [Theory]
    [InlineData("")]
    [InlineData("GMSI1:abc")]
    [InlineData("GMSP1:6BF")]
    public void What_does_not_look_like_a_statement_is_unreadable(string text) => Assert.Equal("STATEMENT_UNREADABLE", Code(text));

    [Fact]
    public void A_text_that_inflates_without_end_is_unreadable()
    {
        using var into = new MemoryStream();
        using (var zlib = new System.IO.Compression.ZLibStream(into, System.IO.Compression.CompressionLevel.SmallestSize, leaveOpen: true))
            zlib.Write(new byte[1_000_000]);

        Assert.Equal("STATEMENT_UNREADABLE", Code(StatementText.Prefix + Base45.Encode(into.ToArray())));
    }
}
