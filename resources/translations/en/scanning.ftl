# Camera, images and codes
scanning-file-too-large = “{ $file }” is too large. Use an image under 64 MB.
scanning-no-file = The file { $file } was not found. Check the path and try again.
scanning-not-an-image = “{ $file }” is not an image or PDF that can be read. Use a JPG or PNG photo, or a PDF.
scanning-not-a-video = “{ $file }” is not a video that can be read. Use an MP4 or AVI file.
scanning-no-images = There are no images in { $file }. Choose a folder with JPG or PNG photos.
scanning-no-source = The camera or file “{ $source }” was not found. Plug it in and choose it again from the list.
scanning-camera-not-open = Camera “{ $source }” can't be used. Close other programs that use it, or unplug it and plug it in again.
scanning-camera-lost = Camera “{ $source }” stopped sending pictures. Check the cable and press “Retry”; meanwhile you can type or search.
scanning-address-not-open = The camera at { $source } does not answer. Check that the phone is on the same network and that the address is right.
scanning-no-video-written = The video { $file } could not be written. Check the folder and the disk space.
