using System.Text;
using Gms.Access.SecondFactors;
using Xunit;

namespace Gms.Access.Tests.SecondFactors;

public sealed class TimeCodesTests
{
    /// <summary>The secret of RFC 6238, appendix B, for SHA-1.</summary>
    static readonly byte[] Secret = Encoding.ASCII.GetBytes("12345678901234567890");

    static readonly DateTimeOffset Now = DateTimeOffset.FromUnixTimeSeconds(1_111_111_111);

    // RFC 6238, appendix B, gives eight digits; six are their end (RFC 4226, 5.3).
    [Theory]
    [InlineData(59, "94287082")]
    [InlineData(1_111_111_109, "07081804")]
    [InlineData(1_111_111_111, "14050471")]
    [InlineData(1_234_567_890, "89005924")]
    [InlineData(2_000_000_000, "69279037")]
    [InlineData(20_000_000_000, "65353130")]
    public void Codes_are_those_of_the_standard(long seconds, string eight)
    {
        var moment = DateTimeOffset.FromUnixTimeSeconds(seconds);

        Assert.Equal(eight[2..], TimeCodes.At(Secret, moment));
        Assert.Equal(seconds / TimeCodes.Seconds, TimeCodes.StepOf(Secret, eight[2..], moment));
    }

    [Theory]
    [InlineData(-90, false)]
    [InlineData(-30, true)]
    [InlineData(0, true)]
    [InlineData(30, true)]
    [InlineData(90, false)]
    public void A_clock_may_be_one_step_off(int seconds, bool taken) =>
        Assert.Equal(taken, TimeCodes.StepOf(Secret, TimeCodes.At(Secret, Now.AddSeconds(seconds)), Now) is not null);

    [Theory]
    [InlineData("")]
    [InlineData("050471 ")]
    [InlineData("14050471")]
    [InlineData("50471")]
    [InlineData("abcdef")]
    public void What_is_no_code_is_none(string typed) => Assert.Null(TimeCodes.StepOf(Secret, typed, Now));

    [Fact]
    public void The_key_that_people_type_is_the_secret()
    {
        var secret = TimeCodes.NewSecret();

        Assert.Equal(20, secret.Length);
        Assert.Equal(secret, TimeCodes.Bytes(TimeCodes.Text(secret)));
        Assert.Equal("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ", TimeCodes.Text(Secret));
        Assert.Equal("otpauth://totp/The%20registry:a%40b?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=The%20registry&algorithm=SHA1&digits=6&period=30", TimeCodes.Address(Secret, "The registry", "a@b"));
    }
}
