using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Gms.Platform.Tests;

public sealed class WorkerNumberTests
{
    const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    static readonly string[] Countries = ["KH", "CN", "LA", "MM", "TH", "VN"];
    static readonly Arbitrary<string> Numbers = Gen.Elements(Countries).Select(WorkerNumber.New).ToArbitrary();

    [Fact]
    public void A_number_reads_as_itself_and_names_its_country() => Check(number =>
        WorkerNumber.Parse(number) == number && Countries.Contains(WorkerNumber.CountryOf(number)) && number.Length == 14
            && number.Where(c => c != '-').Skip(2).All(c => Alphabet.Contains(c, StringComparison.Ordinal)));

    [Fact]
    public void Small_letters_and_other_spacing_are_read_kindly() => Check(number =>
        new[] { number.ToLowerInvariant(), number.Replace("-", "", StringComparison.Ordinal), number.Replace('-', ' '), $" {number} " }.All(n => WorkerNumber.Parse(n) == number));

    [Fact]
    public void Letters_that_look_like_digits_are_read_as_the_digits() => Check(number =>
        new[] { ('0', 'O'), ('0', 'o'), ('1', 'I'), ('1', 'l'), ('1', 'L') }
            .All(pair => WorkerNumber.Parse(number[..3] + number[3..].Replace(pair.Item1, pair.Item2)) == number));

    [Fact]
    public void Any_other_character_in_any_place_is_noticed() => Check(number =>
        Places(number).All(at => (at < 2 ? "ABCDEFGHIJKLMNOPQRSTUVWXYZ" : Alphabet)
            .Where(c => c != number[at])
            .All(c => WorkerNumber.Parse(number[..at] + c + number[(at + 1)..]) is null)), 200);

    [Fact]
    public void Two_neighbours_exchanged_are_noticed() => Check(number =>
        Neighbours(number).Where(p => p.First >= 3 && number[p.First] != number[p.Second])
            .All(p => WorkerNumber.Parse(Exchanged(number, p)) is null), 2000);

    [Fact]
    public void The_letters_of_the_country_exchanged_are_noticed() => Check(number =>
        number[0] == number[1] || WorkerNumber.Parse(Exchanged(number, (0, 1))) is null);

    [Fact]
    public void The_share_of_exchanges_over_the_first_hyphen_that_goes_unnoticed_is_small()
    {
        // Letter and body character weigh differently, so this one exchange is not always noticed.
        var numbers = Gen.Elements(Countries).Select(WorkerNumber.New).Sample(20_000, 10);
        var exchanged = numbers.Where(n => n[1] != n[3]).Select(n => WorkerNumber.Parse(Exchanged(n, (1, 3))) is null).ToList();
        var unnoticed = exchanged.Count(noticed => !noticed) / (double)exchanged.Count;

        TestContext.Current.TestOutputHelper?.WriteLine($"{unnoticed:P2} unnoticed");
        Assert.InRange(unnoticed, 0, 0.03);
    }

    [Fact]
    public void No_text_whatever_makes_the_reader_fail() =>
        Prop.ForAll<string?>(text => text is null || WorkerNumber.Parse(text) is null or { Length: 14 }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("")]
    [InlineData("LA-7KQ2-M9XD")]
    [InlineData("LA-7KQ2-M9XD-RR")]
    [InlineData("12-7KQ2-M9XD-R")]
    [InlineData("LA-7KQ2-M9XU-R")]
    [InlineData("LA-7KQ2-M9X\u0669-R")]
    [InlineData("\u041B\u0410-7KQ2-M9XD-R")]
    public void What_is_no_number_is_none(string text) => Assert.Null(WorkerNumber.Parse(text));

    static void Check(Func<string, bool> holds, int times = 1000) => Prop.ForAll(Numbers, holds).Check(Config.QuickThrowOnFailure.WithMaxTest(times));

    static IEnumerable<int> Places(string number) => Enumerable.Range(0, number.Length).Where(i => number[i] != '-');

    static IEnumerable<(int First, int Second)> Neighbours(string number) => Places(number).Zip(Places(number).Skip(1));

    static string Exchanged(string number, (int First, int Second) pair)
    {
        var text = number.ToCharArray();
        (text[pair.First], text[pair.Second]) = (text[pair.Second], text[pair.First]);
        return new(text);
    }
}
