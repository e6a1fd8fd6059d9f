using System.Text.RegularExpressions;
using Gms.Portal.Help;
using Gms.Portal.Languages;
using Gms.Portal.Pages;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;
using Xunit;

namespace Gms.Portal.Tests.Help;

public sealed partial class GuidesTests
{
    [Fact]
    public void Everybody_who_is_offered_a_page_has_a_guide() =>
        Assert.DoesNotContain(Menu.All.SelectMany(item => item.Roles), role => !Guides.Roles.Contains(role));

    [Fact]
    public void A_guide_has_at_most_five_steps_each_with_words() =>
        Assert.All(Guides.Roles.SelectMany(Guides.Of), step =>
        {
            Assert.True(Texts.In(Language.English).Has(step.Name), step.Name);
            Assert.True(Texts.In(Language.English).Has(step.Text), step.Text);
        });

    [Fact]
    public void A_guide_fits_one_sheet() => Assert.All(Guides.Roles, role => Assert.InRange(Guides.Of(role).Count, 0, 5));

    /// <summary>A step leads to a page that exists, and of those that are offered by role only to the own.</summary>
    [Fact]
    public void A_step_leads_to_a_page_and_to_no_other_office_s()
    {
        var pages = Directory.EnumerateFiles(Path.Combine(Environment.GetEnvironmentVariable("REGISTRY_ROOT")!, "services", "Portal"), "*.razor", SearchOption.AllDirectories)
            .SelectMany(file => Page().Matches(File.ReadAllText(file)).Select(found => found.Groups[1].Value)).Concat(["/check/", "/sign-in/worker", "/uploads/costs", "/uploads/filings"]).ToHashSet();

        foreach (var role in Guides.Roles)
            foreach (var path in Guides.Of(role).Select(step => step.Path.Split('?')[0]))
            {
                Assert.Contains(path, pages);
                Assert.DoesNotContain(Menu.All, item => item.Path == path && !item.Roles.Contains(role));
            }
    }

    [Theory]
    [InlineData("Development", true)]
    [InlineData("Production", false)]
    public void The_demonstration_s_workers_are_told_in_development_only(string environment, bool told)
    {
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, """[{"name":"A journey","worker_number":"LA-7KQ2-M9XD-R","steps":[]}]""");
            var values = new ConfigurationBuilder().AddInMemoryCollection([new("Demonstration:File", file)]).Build();

            Assert.Equal(told ? ["LA-7KQ2-M9XD-R"] : [], new DemonstrationWorkers(new Here(environment), values).All().Select(worker => worker.WorkerNumber));
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public void Where_no_demonstration_was_loaded_there_is_none() =>
        Assert.Empty(new DemonstrationWorkers(new Here("Development"), new ConfigurationBuilder().AddInMemoryCollection([new("Demonstration:File", "/nowhere/at/all.json")]).Build()).All());

    sealed class Here(string environment) : IHostEnvironment
    {
        public string EnvironmentName { get; set; } = environment;
        public string ApplicationName { get; set; } = "";
        public string ContentRootPath { get; set; } = "";
        public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();
    }

    [GeneratedRegex("@page \"([^\"]*)\"")]
    private static partial Regex Page();
}
