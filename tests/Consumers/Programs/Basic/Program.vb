Imports LongRun
Imports TwelveLabs

Module Program
    Sub Main()
        RunAsync().GetAwaiter().GetResult()
    End Sub

    Private Async Function RunAsync() As Task
        Dim videos As ITwelveLabsClient = New TwelveLabsClient(New TwelveLabsOptions With {
            .ApiKey = Environment.GetEnvironmentVariable("TWELVELABS_API_KEY"),
            .BaseAddress = New Uri(Environment.GetEnvironmentVariable("TWELVELABS_BASE_URL"))})
        Dim index As CreatedResource = Await videos.CreateIndexAsync(New CreateIndexRequest With {
            .IndexName = "talks",
            .Engines = New List(Of IndexEngine) From {
                New IndexEngine With {.EngineName = "marengo2.6", .EngineOptions = New List(Of EngineOption) From {EngineOption.Visual, EngineOption.Conversation}}}})

        ' In C# this would be LRO2005.
        Dim never As Func(Of Task(Of IndexTaskPage)) = Function() videos.ListTasksAsync(pageLimit:=100)

        Dim upload As IndexingOperation = Await videos.StartUploadFromExternalProviderAsync(New CreateExternalProviderTaskRequest With {
            .IndexId = index.Id, .Url = New Uri("https://youtu.be/dQw4w9WgXcQ")})
        Dim task As IndexTask = Await upload.WaitForCompletionAsync(New WaitOptions With {.MaxWaitTime = TimeSpan.FromMinutes(2)})
        Console.WriteLine($"Video {task.VideoId}")
    End Function
End Module
