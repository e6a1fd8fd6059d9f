using Gms.Access.SecondFactors;
using Gms.Access.Sessions;
using Gms.Platform;
using Microsoft.Extensions.Configuration;
using Xunit;

namespace Gms.Access.Tests.SecondFactors;

public sealed class SecondFactorRulesTests
{
    static readonly DateTimeOffset Now = new(2026, 11, 26, 8, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(false, "pwd", Role.Inspector, "Nothing")]
    [InlineData(false, "pwd", Role.Administrator, "SetUp")]
    [InlineData(true, "pwd", Role.Administrator, "Enter")]
    [InlineData(true, "pwd", Role.Inspector, "Enter")]
    [InlineData(true, "pwd,otp", Role.Administrator, "Nothing")]
    [InlineData(false, "otp", Role.Administrator, "Nothing")]
    public void What_is_demanded_follows_from_roles_and_from_what_is_set_up(bool isSet, string methods, string role, string step) =>
        Assert.Equal(Enum.Parse<SecondFactorStep>(step), SecondFactorRules.Next(isSet, methods.Split(','), [role], SecondFactorRules.Usual));

    [Theory]
    [InlineData(null, false, 6)]
    [InlineData(null, true, 0)]
    [InlineData("none", false, 0)]
    [InlineData("auditor, inspector", true, 2)]
    public void It_is_demanded_outside_development_unless_said_otherwise(string? setting, bool development, int roles)
    {
        var faults = new List<string>();

        Assert.Equal(roles, SecondFactorRules.DemandedOf(Values(setting), development, faults).Count);
        Assert.Empty(faults);
    }

    [Fact]
    public void A_role_that_is_none_stops_the_start()
    {
        var faults = new List<string>();

        SecondFactorRules.DemandedOf(Values("auditor,somebody"), development: false, faults);

        Assert.Contains("somebody", Assert.Single(faults), StringComparison.Ordinal);
    }

    [Fact]
    public void It_rests_after_every_fifth_wrong_code_and_stops_for_good_after_fifty_in_a_row()
    {
        var factor = new SecondFactor { AccountId = Guid.Empty };
        var now = Now;
        for (var i = 1; i <= SecondFactor.WrongUntilBlocked; i++)
        {
            Assert.True(factor.HearsAt(now));
            factor.Miss(now);
            if (i % SecondFactor.WrongUntilPause != 0)
                continue;
            Assert.False(factor.HearsAt(now + SecondFactor.Pause - TimeSpan.FromSeconds(1)));
            now += SecondFactor.Pause;
        }

        Assert.True(factor.IsBlocked);
        Assert.False(factor.HearsAt(now.AddYears(1)));
    }

    [Fact]
    public void A_right_code_begins_the_count_anew()
    {
        var factor = new SecondFactor { AccountId = Guid.Empty };
        for (var i = 0; i < SecondFactor.WrongUntilPause - 1; i++)
            factor.Miss(Now);

        factor.Take(7);

        Assert.Equal((0, 7L, true), (factor.WrongCodes, factor.LastStep, factor.HearsAt(Now)));
    }

    [Theory]
    [InlineData("", "", true)]
    [InlineData("15", "60", true)]
    [InlineData("14", "60", false)]
    [InlineData("60", "59", false)]
    [InlineData("60", "1441", false)]
    [InlineData("an hour", "600", false)]
    public void Times_of_sessions_are_checked_at_start(string idle, string longest, bool taken)
    {
        var faults = new List<string>();

        SessionTimes.Read(new ConfigurationBuilder().AddInMemoryCollection([new("Access:SessionIdleMinutes", idle), new("Access:SessionLongestMinutes", longest)]).Build(), faults);

        Assert.Equal(taken, faults.Count == 0);
    }

    [Theory]
    [InlineData("Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36", "Chrome, Linux")]
    [InlineData("Mozilla/5.0 (Linux; Android 13; SM-A536B) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/23.0 Chrome/115.0 Mobile Safari/537.36", "Samsung Internet, Android")]
    [InlineData("Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:132.0) Gecko/20100101 Firefox/132.0", "Firefox, Windows")]
    [InlineData("Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.0 Mobile/15E148 Safari/604.1", "Safari, iPhone")]
    [InlineData("<script>alert(1)</script>", "")]
    [InlineData("", "")]
    public void A_browser_is_told_by_a_few_words(string userAgent, string device) => Assert.Equal(device, Device.Of(userAgent));

    static IConfiguration Values(string? roles) => new ConfigurationBuilder().AddInMemoryCollection([new("Access:SecondFactorRoles", roles)]).Build();
}
