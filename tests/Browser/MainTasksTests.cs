using System.Reflection;
using Gms.Portal.Languages;
using Xunit;

namespace Gms.Browser;

/// <summary>Nobody of the nine for whom the Portal is goes without a test of the main task, and no language without a task that is done in it.</summary>
public sealed class MainTasksTests
{
    static readonly List<(string Who, HashSet<string> Languages)> Tasks =
    [
        .. from test in typeof(MainTasksTests).Assembly.GetTypes().SelectMany(type => type.GetMethods())
           from task in test.GetCustomAttributes<MainTaskAttribute>()
           select (task.Who, test.GetCustomAttributes<InlineDataAttribute>().Select(row => (string)row.Data[0]!).ToHashSet()),
    ];

    public static TheoryData<string> Nine => [.. MainTaskAttribute.Nine];

    [Theory]
    [MemberData(nameof(Nine))]
    public void Each_of_the_nine_does_the_main_task_in_English_and_another_language(string who) =>
        Assert.Contains(Tasks, task => task.Who == who && task.Languages.Contains(Language.English.Code) && task.Languages.Count > 1);

    [Fact]
    public void Each_language_has_a_main_task_that_is_done_in_it() =>
        Assert.Empty(Language.All.Select(language => language.Code).Except(Tasks.SelectMany(task => task.Languages)));
}
