using Gms.Portal.Languages;
using Gms.Portal.Pages;
using Gms.Type.V1;
using Xunit;

namespace Gms.Portal.Tests.Pages;

public sealed class WordsTests
{
    static readonly Texts English = Texts.In(Language.English), Lao = Texts.In(Language.Find("lo")!);

    [Fact]
    public void Services_and_events_are_told_by_name() =>
        Assert.Equal(("Social security", "new service", "Arrived", "gms.new.thing-happened"),
            (Words.Service(English, "social-security"), Words.Service(English, "new-service"), EventWords.Of(English, "gms.registry.worker-arrived:1"), EventWords.Of(English, "gms.new.thing-happened:1")));

    [Fact]
    public void A_mistyped_number_is_told_without_the_name_of_a_field() =>
        Assert.Equal("The number you entered is not a worker number: two letters.",
            Words.Of(English, new Problem { Code = "WORKER_NUMBER_MALFORMED", Field = "worker_number", Message = "worker_number is not a worker number: two letters." }).Sentence);

    [Fact]
    public void A_problem_is_told_in_the_reader_s_language_and_else_in_English_said_to_be_so()
    {
        var known = Words.Of(Lao, new Problem { Code = "WORKER_NOT_FOUND", Message = "There is no worker.", Remedy = "Compare it." });
        var other = Words.Of(Lao, new Problem { Code = "SOMETHING_NEW", Message = "It is new.", Remedy = "Wait." });

        Assert.Equal((Lao["problem.WORKER_NOT_FOUND"], Lao["problem.WORKER_NOT_FOUND.do"], "lo"), (known.Sentence, known.WhatToDo, known.Language.Code));
        Assert.Equal(("It is new.", "Wait.", "en"), (other.Sentence, other.WhatToDo, other.Language.Code));
    }

    [Fact]
    public void The_service_s_own_words_go_with_what_is_told_in_others()
    {
        var late = new Problem { Code = "ATTENDANCE_NOT_OPEN", Message = "Codes of this session are taken from 2026-03-01 01:00 to 2026-03-01 09:00 UTC.", Remedy = "Come back at that time." };
        var told = Words.Of(Lao, late);

        Assert.Equal((Lao["problem.ATTENDANCE_NOT_OPEN"], "lo", $"{late.Message} {late.Remedy}"), (told.Sentence, told.Language.Code, told.Own));
    }

    [Fact]
    public void In_English_the_service_says_what_is_wrong_and_the_page_what_to_do_there()
    {
        var unknown = Words.Of(English, new Problem { Code = "ACCOUNT_NOT_FOUND", Message = "There is no such account.", Remedy = "Look it up with ListAccounts." });

        Assert.Equal(("There is no such account.", English["problem.ACCOUNT_NOT_FOUND.do"], "Look it up with ListAccounts."), (unknown.Sentence, unknown.WhatToDo, unknown.Own));
    }

    [Fact]
    public void What_is_wrong_with_a_row_keeps_the_values_that_the_service_names()
    {
        var unknown = new Problem { Code = "VALUE_UNKNOWN", Field = "sex", Message = "sex is not one of the known values.", Remedy = "Send one of: F, M, X." };

        Assert.Equal(("Sex is not one of the known values.", "Send one of: F, M, X."), (Words.OfRow(English, unknown).Sentence, Words.OfRow(English, unknown).WhatToDo));
        Assert.Equal(Lao["problem.VALUE_UNKNOWN"], Words.OfRow(Lao, unknown).Sentence);
        Assert.Contains("F, M, X", Words.OfRow(Lao, unknown).WhatToDo, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Set planned_on.", "Set planned on.")]
    [InlineData("terms.wage_period is missing.", "Terms wage period is missing.")]
    [InlineData("No contract is in force.", "No contract is in force.")]
    [InlineData("", "")]
    public void Names_of_fields_become_words(string sentence, string plain) => Assert.Equal(plain, Words.Plain(sentence));
}
